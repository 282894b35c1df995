package org.cleanclaim.grouping.hhs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The level of a plan by its actuarial value; each has factors of its own.
public enum MetalLevel {
  PLATINUM,
  GOLD,
  SILVER,
  BRONZE,
  CATASTROPHIC;

  /// The level of a name or its first letter: `silver`, `S`.
  public static Optional<MetalLevel> of(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(level -> level.name().equals(name) || level.name().substring(0, 1).equals(name))
        .findFirst();
  }
}
