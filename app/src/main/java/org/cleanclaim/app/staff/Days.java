package org.cleanclaim.app.staff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Days that can be meant: a year of the first or third century is a slip of the keys.
final class Days {
  private static final LocalDate FIRST = LocalDate.of(1950, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

  private Days() {}

  /// @param what what the day is, as a sentence begins: `The day of issue`
  /// @throws StaffRefusal when the day cannot be meant
  static void require(@Nullable LocalDate day, String what) {
    if (day == null || (!day.isBefore(FIRST) && !day.isAfter(LAST))) return;
    throw new StaffRefusal(
        "%s is %s. Check the year: it lies between 1950 and 2099.".formatted(what, day));
  }
}
