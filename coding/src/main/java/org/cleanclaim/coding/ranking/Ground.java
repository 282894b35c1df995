package org.cleanclaim.coding.ranking;

/// What speaks for a suggestion beside the rules that made it.
enum Ground {
  BASE,
  /// The wording leads to the code itself.
  DIRECT,
  /// It stands in the assessment.
  ASSESSED,
  /// How likely one who codes every mention gives it; even where that one does not find the code.
  LIKELIHOOD,
  /// In how many places it is told.
  TIMES
}
