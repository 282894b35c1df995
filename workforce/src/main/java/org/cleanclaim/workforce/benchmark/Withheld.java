package org.cleanclaim.workforce.benchmark;

/// A figure that the publisher's table names but does not give.
public record Withheld(
    Dimension dimension,
    String key,
    String population,
    String measure,
    Reason reason,
    Source source) {

  /// Why it is not given, by the publisher's footnote mark.
  public enum Reason {
    /// `*` or `**`: no estimate was released.
    NOT_RELEASED("not released by the publisher"),
    /// `#`: at or above the highest amount the publisher prints.
    ABOVE_TOP("at or above the highest amount that the publisher prints");

    private final String title;

    Reason(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }
}
