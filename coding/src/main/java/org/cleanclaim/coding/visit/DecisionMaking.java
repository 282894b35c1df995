package org.cleanclaim.coding.visit;

/// The three elements of medical decision making. Source: AMA, CPT E/M guidelines of 2021 and 2023.
public record DecisionMaking(Level problems, Level data, Level risk) {

  /// Levels from straightforward to high; an element that is minimal counts as straightforward.
  public enum Level {
    STRAIGHTFORWARD(1),
    LOW(2),
    MODERATE(3),
    HIGH(4);

    static final int HIGHEST_RANK = 4;

    private final int rank;

    Level(int rank) {
      this.rank = rank;
    }

    /// From 1, straightforward, to 4, high.
    public int rank() {
      return rank;
    }
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
