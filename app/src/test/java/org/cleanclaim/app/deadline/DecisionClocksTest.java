package org.cleanclaim.app.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionClocksTest {

  @ParameterizedTest
  @CsvSource({
    "MEDICARE_RISK_HMO, false, 2026-12-06, false, 7 days",
    "MEDICAID, true, 2026-12-02, false, 72 hours",
    "PREFERRED_PROVIDER, false, 2026-12-14, true, 15 days",
    "COMMERCIAL, true, 2026-12-02, true, 72 hours",
    "MEDICARE_PART_B, false, 2026-12-14, true, 15 days",
  })
  void anUrgentRequestHasThreeDaysAndEachKindOfInsuranceItsLaw(
      FilingIndicator filing, boolean isUrgent, LocalDate due, boolean isAssumed, String words) {
    var rule = DecisionClocks.of(filing, isUrgent);

    assertThat(rule.due(LocalDate.of(2026, 11, 29))).isEqualTo(due);
    assertThat(rule.isAssumed()).isEqualTo(isAssumed);
    assertThat(rule.inWords()).isEqualTo(words);
  }
}
