package org.cleanclaim.workforce.benchmark;

/// Where a figure was published.
///
/// @param publisher who counted: `BLS`, `AAPC`
/// @param year the year surveyed
/// @param article the article, file or table that states the figure; may be empty
public record Source(String publisher, int year, String article) {

  /// Publisher and year: `BLS 2021`.
  public String title() {
    return publisher + " " + year;
  }
}
