/// Readers of publishers' files of pay figures: tables of this program's form, surveys as CSV, and
/// the workbooks of the Bureau of Labor Statistics. A file is read whole or refused with row and
/// column.
@NullMarked
package org.cleanclaim.workforce.publisher;

import org.jspecify.annotations.NullMarked;
