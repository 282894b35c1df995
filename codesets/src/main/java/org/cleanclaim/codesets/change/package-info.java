/// What one edition of a code system has that another has not, and what of a practice's own things
/// breaks by it.
@NullMarked
package org.cleanclaim.codesets.change;

import org.jspecify.annotations.NullMarked;
