package org.cleanclaim.coding;

/// The exact words that support a code: `text.substring(start, end)` equals `quote`.
public record Evidence(String documentId, int start, int end, String quote) {
  @Override
  public String toString() {
    return "Evidence[" + start + "-" + end + "]";
  }
}
