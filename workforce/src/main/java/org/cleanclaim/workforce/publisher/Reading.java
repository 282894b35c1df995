package org.cleanclaim.workforce.publisher;

import org.cleanclaim.workforce.benchmark.Benchmarks;

/// What came of a file of figures: it is read whole, or refused.
public sealed interface Reading {

  /// The file with all its figures.
  ///
  /// @param form what kind of file it is, in words
  /// @param passedOver rows about other occupations and areas than this program shows
  record Read(String form, Benchmarks benchmarks, int passedOver) implements Reading {}

  /// Nothing of the file is taken.
  ///
  /// @param row from 1, as a spreadsheet counts
  /// @param column its heading; empty when the reason concerns the row
  record Refused(String file, int row, String column, String reason, String remedy)
      implements Reading {
    /// One sentence with its place.
    public String message() {
      return "%s, row %d%s: %s %s"
          .formatted(file, row, column.isEmpty() ? "" : ", column " + column, reason, remedy);
    }
  }
}
