/// Signed codings: what a coder made final, as it was then, and the audit packet that is made from
/// it whenever it is asked for, always the same to the byte.
@NullMarked
package org.cleanclaim.app.signing;

import org.jspecify.annotations.NullMarked;
