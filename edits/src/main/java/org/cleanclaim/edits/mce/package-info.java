/// The edits of the Medicare Code Editor: what Medicare asks of the codes of an inpatient stay
/// before it pays. A stay and tables go in, edits come out.
@NullMarked
package org.cleanclaim.edits.mce;

import org.jspecify.annotations.NullMarked;
