package org.cleanclaim.workforce.estimate;

import java.util.Collection;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.workforce.benchmark.Figure;

/// From one annual amount to another, both US dollars; each is that of a published figure.
public record PayRange(Money low, Money high) {

  /// Where a pay stands to a range.
  public enum Standing {
    BELOW,
    WITHIN,
    ABOVE
  }

  public PayRange {
    if (low.compareTo(high) > 0) throw new IllegalArgumentException("low is above high");
  }

  /// The narrowest range that has all the figures in it.
  public static PayRange of(Collection<Figure> figures) {
    Money low = figures.stream().map(Figure::annual).min(Money::compareTo).orElseThrow();
    Money high = figures.stream().map(Figure::annual).max(Money::compareTo).orElseThrow();
    return new PayRange(low, high);
  }

  /// The narrowest range that has both in it.
  public PayRange and(PayRange other) {
    return new PayRange(low.min(other.low), high.max(other.high));
  }

  public boolean contains(Money annual) {
    return standing(annual) == Standing.WITHIN;
  }

  public boolean contains(PayRange other) {
    return contains(other.low) && contains(other.high);
  }

  public Standing standing(Money annual) {
    if (annual.compareTo(low) < 0) return Standing.BELOW;
    return annual.compareTo(high) > 0 ? Standing.ABOVE : Standing.WITHIN;
  }
}
