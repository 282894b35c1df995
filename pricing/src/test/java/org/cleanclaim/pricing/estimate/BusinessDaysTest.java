package org.cleanclaim.pricing.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDaysTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-05, 3, 2026-03-10", // over a weekend
    "2026-03-06, 1, 2026-03-09",
    "2026-05-22, 1, 2026-05-26", // Memorial Day
    "2026-07-02, 1, 2026-07-06", // July 4, 2026 is a Saturday, kept on Friday
    "2021-12-30, 1, 2022-01-03", // January 1, 2022 is a Saturday, kept on December 31, 2021
    "2026-11-25, 1, 2026-11-27", // Thanksgiving
    "2027-07-02, 1, 2027-07-06", // July 4, 2027 is a Sunday, kept on Monday
    "2028-02-28, 1, 2028-02-29"
  })
  void aDayIsFoundOverWeekendsAndHolidays(LocalDate from, int days, LocalDate due) {
    assertThat(BusinessDays.after(from, days)).isEqualTo(due);
  }

  @Test
  void juneteenthIsAHolidaySince2021() {
    assertThat(BusinessDays.contains(LocalDate.of(2020, 6, 19))).isTrue();
    assertThat(BusinessDays.contains(LocalDate.of(2026, 6, 19))).isFalse();
  }
}
