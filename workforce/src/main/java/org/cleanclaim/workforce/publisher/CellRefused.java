package org.cleanclaim.workforce.publisher;

/// Ends the reading of a file at a cell that cannot be read.
final class CellRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static final String SHIFTED =
      "Compare the row with the heading: a cell may be missing or one too many.";

  private final int row;
  private final String column;
  private final String remedy;

  CellRefused(int row, String column, String reason, String remedy) {
    super(reason, null, false, false);
    this.row = row;
    this.column = column;
    this.remedy = remedy;
  }

  Reading.Refused in(String file) {
    return new Reading.Refused(file, row, column, String.valueOf(getMessage()), remedy);
  }
}
