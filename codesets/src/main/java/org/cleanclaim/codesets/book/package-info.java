/// What a coder does with the printed books: leafing through an alphabetic index, reading tables of
/// neoplasms and drugs, building procedure codes, looking at a code's relatives and notes. Works on
/// the values of package `publication` and knows nothing of files, versions or screens.
@NullMarked
package org.cleanclaim.codesets.book;

import org.jspecify.annotations.NullMarked;
