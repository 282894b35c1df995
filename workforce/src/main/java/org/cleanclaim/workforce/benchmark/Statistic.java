package org.cleanclaim.workforce.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a figure says about the people counted.
public enum Statistic {
  /// The average.
  MEAN("mean"),
  /// Half earn less.
  MEDIAN("median"),
  /// One in ten earns less.
  P10("10th percentile"),
  /// One in four earns less.
  P25("25th percentile"),
  /// One in four earns more.
  P75("75th percentile"),
  /// One in ten earns more.
  P90("90th percentile"),
  /// The lower end of a range that the publisher gives.
  LOW("low end"),
  /// The upper end of a range that the publisher gives.
  HIGH("high end");

  private final String title;

  Statistic(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// The name as it stands in tables: `p10`.
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether the figure stands for the usual pay of the people counted. An end of a range and a
  /// percentile do not: some earn less, or more.
  public boolean isTypical() {
    return this == MEAN || this == MEDIAN;
  }

  /// Whether it says how many earn less; the median does, too.
  public boolean isPercentile() {
    return switch (this) {
      case P10, P25, MEDIAN, P75, P90 -> true;
      case MEAN, LOW, HIGH -> false;
    };
  }

  /// Whether most of the people counted earn more, so that it tells nothing of what they earn at
  /// most.
  public boolean isLowerEnd() {
    return this == LOW || this == P10 || this == P25;
  }

  /// Whether most of the people counted earn less.
  public boolean isUpperEnd() {
    return this == HIGH || this == P75 || this == P90;
  }

  public static Optional<Statistic> parse(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(s -> s.written().equals(wanted)).findFirst();
  }
}
