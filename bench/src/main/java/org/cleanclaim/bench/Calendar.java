package org.cleanclaim.bench;

import java.time.LocalDate;

/// Days as X12 writes them, `20260302`, each a number. Today is always the same day.
final class Calendar {
  static final long TODAY = 20260302;
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final int REACH = 400;
  private static final long[] AGO = new long[REACH];

  static {
    for (int i = 0; i < REACH; i++) {
      LocalDate day = DAY.minusDays(i);
      AGO[i] = day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth();
    }
  }

  private Calendar() {}

  static long daysAgo(int days) {
    return AGO[days];
  }

  static long birthday(Dice dice, int firstYear, int lastYear) {
    return dice.between(firstYear, lastYear) * 10_000L
        + dice.between(1, 12) * 100L
        + dice.between(1, 28);
  }
}
