package org.cleanclaim.coding.query;

/// What a query quotes of the record: the exact words and where they stand, so that the provider
/// can look them up.
///
/// @param line number of the line in the document, counted from 1
public record QueryIndicator(
    String documentId, String documentName, int line, int start, int end, String quote) {

  /// The words from one place of a document to another.
  ///
  /// @throws IndexOutOfBoundsException when the document has no such place
  public static QueryIndicator of(
      String documentId, String documentName, String text, int start, int end) {
    int line = 1 + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
    return new QueryIndicator(
        documentId, documentName, line, start, end, text.substring(start, end));
  }

  /// Whether the document says so at that place.
  public boolean standsIn(String text) {
    return start >= 0
        && end > start
        && end <= text.length()
        && text.substring(start, end).equals(quote);
  }

  /// `Visit note, line 12`.
  public String source() {
    return documentName + ", line " + line;
  }

  @Override
  public String toString() {
    return "QueryIndicator[" + start + "-" + end + "]";
  }
}
