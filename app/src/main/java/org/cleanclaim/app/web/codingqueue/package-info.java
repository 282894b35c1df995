/// Pages of the coding queues.
@NullMarked
package org.cleanclaim.app.web.codingqueue;

import org.jspecify.annotations.NullMarked;
