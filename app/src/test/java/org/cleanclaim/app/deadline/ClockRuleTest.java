package org.cleanclaim.app.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.cleanclaim.app.deadline.ClockRule.Unit;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockRuleTest {

  @ParameterizedTest
  @CsvSource({
    // days: month ends, leap years
    "DAYS, 90, 0, 2026-01-05, 2026-04-05",
    "DAYS, 90, 0, 2024-01-05, 2024-04-04",
    "DAYS, 60, 0, 2025-01-01, 2025-03-02",
    "DAYS, 60, 0, 2024-01-01, 2024-03-01",
    "DAYS, 180, 0, 2025-08-31, 2026-02-27",
    "DAYS, 0, 0, 2026-06-30, 2026-06-30",
    "DAYS, 365, 0, 2023-02-28, 2024-02-28",
    "DAYS, 365, 0, 2024-02-28, 2025-02-27",
    // hours: the hour of the start is not kept
    "HOURS, 72, 0, 2026-03-06, 2026-03-09",
    "HOURS, 25, 0, 2026-03-06, 2026-03-08",
    // a notice that counts as received five days after its date
    "DAYS, 120, 5, 2026-03-02, 2026-07-05",
    "DAYS, 180, 5, 2026-03-02, 2026-09-03",
    "DAYS, 60, 5, 2026-03-02, 2026-05-06",
    // months: the last day of a shorter month
    "MONTHS, 12, 0, 2024-02-29, 2025-02-28",
    "MONTHS, 12, 0, 2025-03-15, 2026-03-15",
    "MONTHS, 6, 0, 2025-08-31, 2026-02-28",
    // business days: weekends
    "BUSINESS_DAYS, 1, 0, 2026-03-06, 2026-03-09",
    "BUSINESS_DAYS, 2, 0, 2026-03-05, 2026-03-09",
    "BUSINESS_DAYS, 3, 0, 2026-03-07, 2026-03-11",
    "BUSINESS_DAYS, 15, 0, 2026-03-02, 2026-03-23",
    // New Year's Day of 2022 is a Saturday and is kept on the Friday before
    "BUSINESS_DAYS, 1, 0, 2021-12-30, 2022-01-03",
    // New Year's Day of 2023 is a Sunday and is kept on the Monday after
    "BUSINESS_DAYS, 1, 0, 2022-12-30, 2023-01-03",
    // the third Mondays of January and February, the last of May, the first of September
    "BUSINESS_DAYS, 1, 0, 2026-01-16, 2026-01-20",
    "BUSINESS_DAYS, 1, 0, 2026-02-13, 2026-02-17",
    "BUSINESS_DAYS, 1, 0, 2026-05-22, 2026-05-26",
    "BUSINESS_DAYS, 1, 0, 2026-09-04, 2026-09-08",
    // Juneteenth since 2021, not before
    "BUSINESS_DAYS, 1, 0, 2026-06-18, 2026-06-22",
    "BUSINESS_DAYS, 1, 0, 2020-06-18, 2020-06-19",
    // Independence Day of 2026 is a Saturday
    "BUSINESS_DAYS, 1, 0, 2026-07-02, 2026-07-06",
    // the second Monday of October, Veterans Day, Thanksgiving, Christmas
    "BUSINESS_DAYS, 1, 0, 2026-10-09, 2026-10-13",
    "BUSINESS_DAYS, 1, 0, 2026-11-10, 2026-11-12",
    "BUSINESS_DAYS, 2, 0, 2026-11-25, 2026-11-30",
    "BUSINESS_DAYS, 2, 0, 2026-12-24, 2026-12-29",
  })
  void aDueDayFollowsFromTheRuleAndTheStart(
      Unit unit, int amount, int receipt, LocalDate start, LocalDate due) {
    assertThat(new ClockRule(amount, unit, receipt, "test", false).due(start)).isEqualTo(due);
  }

  @Test
  void medicareHasFiveLevelsWithTheLawsDays() {
    var levels = MedicareAppeals.levels(2026);

    assertThat(levels).extracting(l -> l.filing().amount()).containsExactly(120, 180, 60, 60, 60);
    assertThat(levels).allMatch(l -> l.filing().presumedReceiptDays() == 5);
    assertThat(levels).allMatch(l -> l.filing().source().startsWith("42 CFR 405."));
    assertThat(levels.get(2).leastAmount()).isEqualTo(Money.of("200"));
    assertThat(levels.get(4).leastAmount()).isEqualTo(Money.of("1960"));
    assertThat(MedicareAppeals.levels(2025).get(2).leastAmount()).isEqualTo(Money.of("190"));
    assertThat(MedicareAppeals.levels(2031).get(2).leastAmount()).isEqualTo(Money.of("200"));
  }

  @Test
  void itSaysInWordsWhatItCounts() {
    assertThat(ClockRule.days(120, "x").receivedAfter(5).inWords())
        .isEqualTo("120 days, counted from 5 days after the notice's date");
    assertThat(ClockRule.businessDays(1, "x").inWords()).isEqualTo("1 business day");
  }
}
