package org.cleanclaim.coding.source;

/// A line taken out of a marked-up text.
///
/// @param words with blanks collapsed; items begin with `- `
/// @param number of the line in the source, from 1
/// @param isHeading whether it is marked up as a heading
/// @param isRow whether it is a row of a table
record Line(String words, int number, boolean isHeading, boolean isRow) {}
