package org.cleanclaim.workforce.benchmark;

import org.jspecify.annotations.Nullable;

/// A figure that the publisher's table names but does not give.
///
/// @param measure the statistic of a pay, or what was to be counted
/// @param basis the time of a pay; null for counts
public record Withheld(
    Dimension dimension,
    String key,
    String population,
    String measure,
    @Nullable PayBasis basis,
    Reason reason,
    Source source) {

  /// What is withheld, in words: `10th percentile a year`, `employed`.
  public String named() {
    String what = Statistic.parse(measure).map(Statistic::title).orElse(measure);
    return basis == null ? what : what + " " + basis.title();
  }

  /// Why it is not given, by the publisher's footnote mark.
  public enum Reason {
    /// `*` or `**`: no estimate was released.
    NOT_RELEASED("*", "not released by the publisher"),
    /// `#`: at or above the highest amount the publisher prints.
    ABOVE_TOP("#", "at or above the highest amount that the publisher prints");

    private final String mark;
    private final String title;

    Reason(String mark, String title) {
      this.mark = mark;
      this.title = title;
    }

    public String mark() {
      return mark;
    }

    public String title() {
      return title;
    }
  }
}
