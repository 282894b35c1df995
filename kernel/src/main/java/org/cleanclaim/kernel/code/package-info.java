/// Typed codes. A type checks the shape of its code; whether a code exists on a date is asked of
/// `codesets`.
@NullMarked
package org.cleanclaim.kernel.code;

import org.jspecify.annotations.NullMarked;
