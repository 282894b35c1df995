/// Finds codes by what people type: words in any order, stems, abbreviations, misspellings, lay
/// words, pieces of codes. Knows nothing of files or versions: it is given entries and searches
/// them.
@NullMarked
package org.cleanclaim.codesets.search;

import org.jspecify.annotations.NullMarked;
