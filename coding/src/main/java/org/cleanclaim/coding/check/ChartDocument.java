package org.cleanclaim.coding.check;

/// A document of a chart. Offsets of evidence count UTF-16 characters of `text`.
public record ChartDocument(String id, String text) {
  @Override
  public String toString() {
    return "ChartDocument[" + id + "]";
  }
}
