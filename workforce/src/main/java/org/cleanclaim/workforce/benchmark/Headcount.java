package org.cleanclaim.workforce.benchmark;

import java.math.BigDecimal;

/// One published figure that is no pay: people employed, openings, growth, shares of answers.
///
/// @param measure what was counted: `employed`
public record Headcount(
    Dimension dimension, String key, String measure, BigDecimal value, Unit unit, Source source) {

  /// What the value counts.
  public enum Unit {
    PEOPLE,
    PERCENT
  }
}
