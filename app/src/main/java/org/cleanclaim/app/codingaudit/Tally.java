package org.cleanclaim.app.codingaudit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// How many codes an audit agreed with, found wrong, and found missing. The accuracy is counted
/// code over code: agreed of all codes that either the coder or the auditor holds for right.
///
/// The code-over-code method is that of AHIMA, Benchmarking to Improve Coding Accuracy and
/// Productivity (2009), whose denominator is the reviewer's codes. Codes that should not have been
/// assigned are in the denominator here too, so that coding too much lowers the figure and no
/// figure falls below zero.
///
/// @param agreed codes that stand
/// @param wrong codes that should not stand, or stand in the wrong place or form
/// @param missed codes that should stand and do not
public record Tally(int agreed, int wrong, int missed) {
  public static final Tally NONE = new Tally(0, 0, 0);

  /// The formula in words, as pages show it.
  public static final String FORMULA = "accuracy = agreed ÷ (agreed + wrong + missed)";

  public Tally {
    if (agreed < 0 || wrong < 0 || missed < 0) {
      throw new IllegalArgumentException("counts are not negative");
    }
  }

  public int numerator() {
    return agreed;
  }

  public int denominator() {
    return agreed + wrong + missed;
  }

  public Tally plus(Tally other) {
    return new Tally(agreed + other.agreed, wrong + other.wrong, missed + other.missed);
  }

  /// Percent with one decimal, rounded down, so that a goal that is just missed never looks met;
  /// empty where nothing was audited.
  public Optional<BigDecimal> percent() {
    if (denominator() == 0) return Optional.empty();
    return Optional.of(
        BigDecimal.valueOf(agreed)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(denominator()), 1, RoundingMode.DOWN));
  }

  /// Whether the goal in percent is reached, compared without rounding; not where nothing was
  /// audited.
  public boolean reaches(BigDecimal goalPercent) {
    BigDecimal needed = goalPercent.multiply(BigDecimal.valueOf(denominator()));
    return denominator() > 0
        && BigDecimal.valueOf(agreed).multiply(BigDecimal.valueOf(100)).compareTo(needed) >= 0;
  }

  /// Percent with numerator and denominator, in words.
  public String words() {
    return percent()
        .map(p -> "%s %% (%d of %d)".formatted(p.toPlainString(), agreed, denominator()))
        .orElse("nothing audited");
  }
}
