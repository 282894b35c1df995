package org.cleanclaim.workforce.benchmark;

import java.util.Locale;
import java.util.Optional;

/// The time that an amount pays for.
public enum PayBasis {
  ANNUAL("a year"),
  HOURLY("an hour");

  /// Hours of a year's full-time work: 52 weeks of 40 hours, as the Bureau of Labor Statistics
  /// counts for its Occupational Employment and Wage Statistics.
  public static final int HOURS_A_YEAR = 2080;

  private final String title;

  PayBasis(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// The name as it stands in tables: `annual`.
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  public PayBasis other() {
    return this == ANNUAL ? HOURLY : ANNUAL;
  }

  public static Optional<PayBasis> parse(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "annual" -> Optional.of(ANNUAL);
      case "hourly" -> Optional.of(HOURLY);
      default -> Optional.empty();
    };
  }
}
