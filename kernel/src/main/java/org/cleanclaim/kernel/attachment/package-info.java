/// Records that support a claim (X12 275).
@NullMarked
package org.cleanclaim.kernel.attachment;

import org.jspecify.annotations.NullMarked;
