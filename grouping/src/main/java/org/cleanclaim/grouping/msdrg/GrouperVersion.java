package org.cleanclaim.grouping.msdrg;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/// A version of the MS-DRG grouper. The date of discharge decides which one applies: a new version
/// each first of October, and since fiscal year 2022 a revised one each first of April.
public enum GrouperVersion {
  V41_0(410, LocalDate.of(2023, 10, 1), LocalDate.of(2024, 4, 1)),
  V41_1(411, LocalDate.of(2024, 4, 1), LocalDate.of(2024, 10, 1)),
  V42_0(420, LocalDate.of(2024, 10, 1), LocalDate.of(2025, 4, 1)),
  V42_1(421, LocalDate.of(2025, 4, 1), LocalDate.of(2025, 10, 1)),
  V43_0(430, LocalDate.of(2025, 10, 1), LocalDate.of(2026, 4, 1)),
  V43_1(431, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 10, 1));

  private final int number;
  private final LocalDate from;
  private final LocalDate until;

  GrouperVersion(int number, LocalDate from, LocalDate until) {
    this.number = number;
    this.from = from;
    this.until = until;
  }

  /// The version as the tables write it: 431 is V43.1.
  public int number() {
    return number;
  }

  /// The first day of discharge that it groups.
  public LocalDate from() {
    return from;
  }

  /// The first day of discharge that it no longer groups.
  public LocalDate until() {
    return until;
  }

  /// What it is called in print: `V43.1`.
  public String title() {
    return "V" + number / 10 + "." + number % 10;
  }

  /// The version for a day of discharge; empty when none is known for it.
  public static Optional<GrouperVersion> on(LocalDate discharged) {
    return Arrays.stream(values())
        .filter(v -> !discharged.isBefore(v.from) && discharged.isBefore(v.until))
        .findFirst();
  }

  /// The version of a number such as 431.
  public static Optional<GrouperVersion> numbered(int number) {
    return Arrays.stream(values()).filter(v -> v.number == number).findFirst();
  }
}
