/// Pages of connections, ways of files and deliveries.
@NullMarked
package org.cleanclaim.app.web.transport;

import org.jspecify.annotations.NullMarked;
