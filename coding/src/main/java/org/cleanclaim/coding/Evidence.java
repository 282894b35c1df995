package org.cleanclaim.coding;

/// The exact words that support a code: `text.substring(start, end)` equals `quote`.
public record Evidence(String documentId, int start, int end, String quote) {
  /// Whether both have a character of a document in common.
  public boolean overlaps(Evidence other) {
    return documentId.equals(other.documentId) && start < other.end && other.start < end;
  }

  @Override
  public String toString() {
    return "Evidence[" + start + "-" + end + "]";
  }
}
