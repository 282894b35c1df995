/// Reads the files of the publishers of code sets as they come: CMS, CDC/NCHS, NUCC and others. A
/// file is recognised by its content; it is read whole or refused whole with the line and the
/// reason.
@NullMarked
package org.cleanclaim.codesets.publisher;

import org.jspecify.annotations.NullMarked;
