package org.cleanclaim.codesets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The editions of a system in the order in which they come into force.
final class Editions {
  private final List<Edition> all;
  private final long[] firstDays;

  Editions(List<Edition> all) {
    this.all = List.copyOf(all);
    this.firstDays = all.stream().mapToLong(e -> e.period().from().toEpochDay()).toArray();
  }

  List<Edition> all() {
    return all;
  }

  /// The edition in force on a day; most ask for a late one.
  @Nullable Edition on(LocalDate day) {
    long epochDay = day.toEpochDay();
    for (int i = firstDays.length - 1; i >= 0; i--) {
      if (firstDays[i] <= epochDay) return all.get(i);
    }
    return null;
  }
}
