/// Tables of the publishers packed into one buffer each. A code list is opened at once from a
/// mapped file, asked for a code in some tens of nanoseconds, and decoded row by row where somebody
/// looks; the other tables are decoded whole when they are first wanted.
@NullMarked
package org.cleanclaim.codesets.packed;

import org.jspecify.annotations.NullMarked;
