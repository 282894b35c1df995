package org.cleanclaim.app.deadline;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.cleanclaim.kernel.Money;

/// The five levels of appeal of Original Medicare. Source: 42 CFR part 405 subpart I. A notice
/// counts as received five days after its date.
public final class MedicareAppeals {
  private static final int RECEIPT = 5;

  /// @param hearing least amount for a hearing
  /// @param court least amount for judicial review
  private record Amounts(Money hearing, Money court) {}

  // Least amounts in controversy by calendar year of the request, 42 CFR 405.1006(b) and (c), as
  // announced each year in the Federal Register; 2026: 90 FR 55869.
  private static final NavigableMap<Integer, Amounts> AMOUNTS =
      new TreeMap<>(
          Map.of(
              2024, new Amounts(Money.of("180"), Money.of("1840")),
              2025, new Amounts(Money.of("190"), Money.of("1900")),
              2026, new Amounts(Money.of("200"), Money.of("1960"))));

  private MedicareAppeals() {}

  /// The levels as they stand for requests of a calendar year; a year that no notice is known for
  /// has the amounts of the nearest earlier one.
  public static List<AppealLevel> levels(int year) {
    var entry = AMOUNTS.floorEntry(year);
    var amounts = entry == null ? AMOUNTS.firstEntry().getValue() : entry.getValue();
    return List.of(
        level(1, "Redetermination", 120, "42 CFR 405.942(a)", 60, "42 CFR 405.950(a)", Money.ZERO),
        level(2, "Reconsideration", 180, "42 CFR 405.962(a)", 60, "42 CFR 405.970(a)", Money.ZERO),
        level(
            3,
            "Hearing before an administrative law judge",
            60,
            "42 CFR 405.1014(c)(1)",
            90,
            "42 CFR 405.1016(a)",
            amounts.hearing()),
        level(
            4,
            "Review by the Medicare Appeals Council",
            60,
            "42 CFR 405.1102(a)(1)",
            90,
            "42 CFR 405.1100(c)",
            Money.ZERO),
        new AppealLevel(
            5,
            "Judicial review in a federal district court",
            ClockRule.days(60, "42 CFR 405.1136(c)(1)").receivedAfter(RECEIPT),
            null,
            amounts.court()));
  }

  private static AppealLevel level(
      int number,
      String title,
      int days,
      String source,
      int decisionDays,
      String decisionSource,
      Money least) {
    return new AppealLevel(
        number,
        title,
        ClockRule.days(days, source).receivedAfter(RECEIPT),
        ClockRule.days(decisionDays, decisionSource),
        least);
  }
}
