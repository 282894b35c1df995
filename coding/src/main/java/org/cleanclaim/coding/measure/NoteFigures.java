package org.cleanclaim.coding.measure;

/// What a set of notes says about the proposals.
///
/// @param notes how many were read
/// @param codes whole codes that agree
/// @param categories the same by the first three characters
/// @param codesF1 the range in which the F1 of whole codes lies in 95 of 100 sets drawn again from
///   these notes
/// @param categoriesF1 the same by category
/// @param averagePrecision mean over the notes of the precision at each right code of the ranked
///   list, in thousandths
/// @param citedRight right codes whose evidence stands on a line that the coder marked
/// @param cited right codes for which the coder marked lines
/// @param invalid proposed codes that are not valid and billable on the day; none is right
public record NoteFigures(
    int notes,
    Agreement codes,
    Agreement categories,
    Interval codesF1,
    Interval categoriesF1,
    int averagePrecision,
    int citedRight,
    int cited,
    int invalid) {

  /// Both ends in thousandths.
  public record Interval(int low, int high) {}
}
