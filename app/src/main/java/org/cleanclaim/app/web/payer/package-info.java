/// Pages of the payer directory.
@NullMarked
package org.cleanclaim.app.web.payer;

import org.jspecify.annotations.NullMarked;
