package org.cleanclaim.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Half-open span of days `[from, until)`; no `until` means still in force.
public record EffectivePeriod(LocalDate from, @Nullable LocalDate until) {

  public EffectivePeriod {
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException(
          "period ends before it begins: " + from + " until " + until);
    }
  }

  public static EffectivePeriod from(LocalDate from) {
    return new EffectivePeriod(from, null);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && (until == null || day.isBefore(until));
  }

  public boolean overlaps(EffectivePeriod other) {
    return (other.until == null || from.isBefore(other.until))
        && (until == null || other.from.isBefore(until));
  }
}
