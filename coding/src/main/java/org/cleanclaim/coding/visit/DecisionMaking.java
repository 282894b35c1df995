package org.cleanclaim.coding.visit;

/// The three elements of medical decision making. Source: AMA, CPT E/M guidelines of 2021 and 2023.
public record DecisionMaking(Level problems, Level data, Level risk) {

  /// Levels from straightforward to high; an element that is minimal counts as straightforward.
  public enum Level {
    STRAIGHTFORWARD,
    LOW,
    MODERATE,
    HIGH
  }

  /// The highest level that two of the three elements meet: the middle one.
  public Level level() {
    Level lower = min(problems, data);
    Level higher = max(problems, data);
    return max(lower, min(higher, risk));
  }

  private static Level min(Level a, Level b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static Level max(Level a, Level b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
