/// What claims, lines and payments carry besides their named fields: dates, references, amounts,
/// quantities, notes and attachments, each with the code that says what it is.
@NullMarked
package org.cleanclaim.kernel.particular;

import org.jspecify.annotations.NullMarked;
