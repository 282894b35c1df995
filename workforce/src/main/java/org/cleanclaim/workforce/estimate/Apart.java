package org.cleanclaim.workforce.estimate;

import org.cleanclaim.workforce.benchmark.Figure;

/// A published figure that speaks near the profile but does not bound its range.
///
/// @param why what keeps it out
public record Apart(Figure figure, Why why) {

  /// What keeps a figure out of a range.
  public enum Why {
    /// The percentiles of everybody in the occupation.
    COUNTRY("of everybody in the occupation in the country, another population"),
    /// Health information professionals, managers.
    OTHER_PROFESSION("of another or a wider profession"),
    /// Where people begin, but not how far they come, or the other way round.
    ONE_END("one end of a range; nothing is published for the other");

    private final String title;

    Why(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }
}
