package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer.Status;
import org.junit.jupiter.api.Test;

/// Limits in days: until when a claim is taken, and on which days somebody is covered.
class FilingAndEligibilityTest {
  private final FilingRules filing = new FilingRules();
  private final EligibilityRules eligibility = new EligibilityRules();

  private List<String> filed(LocalDate today, FilingIndicator payer, Integer days) {
    var context = ScrubContext.asOf(today);
    return Found.by(
        filing,
        aClaim().filedWith(payer).line("99213", "1"),
        days == null ? context : context.withTimelyFilingDays(days));
  }

  @Test
  void theLastFifteenDaysAreWarnedOf() {
    var last = SERVED.plusDays(90);
    assertThat(filed(last.minusDays(16), FilingIndicator.COMMERCIAL, 90)).isEmpty();
    assertThat(filed(last.minusDays(15), FilingIndicator.COMMERCIAL, 90))
        .containsExactly("TF-SOON");
    assertThat(filed(last, FilingIndicator.COMMERCIAL, 90)).containsExactly("TF-SOON");
    assertThat(filed(last.plusDays(1), FilingIndicator.COMMERCIAL, 90)).containsExactly("TF-LATE");
  }

  @Test
  void medicareHasTheLimitOfTheLawAndOthersThatOfTheirContract() {
    var late = SERVED.plusYears(1).plusDays(1);
    for (var medicare : List.of(FilingIndicator.MEDICARE_PART_A, FilingIndicator.MEDICARE_PART_B)) {
      assertThat(filed(late, medicare, 9999)).containsExactly("TF-LATE");
      assertThat(filed(SERVED.plusDays(100), medicare, 90)).isEmpty();
    }
    assertThat(filed(late, FilingIndicator.COMMERCIAL, 9999)).isEmpty();
    assertThat(filed(late, FilingIndicator.COMMERCIAL, null)).as("nobody knows").isEmpty();
  }

  @Test
  void aClaimWithoutLinesHasNoLimit() {
    assertThat(Found.by(filing, aClaim(), Found.CONTEXT.withTimelyFilingDays(1))).isEmpty();
  }

  @Test
  void theCoverageHoldsOnTheFirstAndLastDayOfTheService() {
    var lastDay = new EffectivePeriod(SERVED.minusDays(9), SERVED.plusDays(1));
    assertThat(covered(lastDay, SERVED)).isEmpty();
    assertThat(covered(lastDay, SERVED.plusDays(1))).containsExactly("1 ELIG-DATES");
    assertThat(covered(EffectivePeriod.from(SERVED), SERVED)).isEmpty();
    assertThat(covered(new EffectivePeriod(SERVED.minusDays(9), SERVED), SERVED))
        .containsExactly("1 ELIG-DATES");
    assertThat(covered(null, SERVED)).isEmpty();
    assertThat(message(EffectivePeriod.from(SERVED.plusDays(1)))).contains("begins on 2026-03-03");
    assertThat(message(new EffectivePeriod(SERVED.minusDays(9), SERVED))).contains("ended before");
  }

  private List<String> covered(EffectivePeriod coverage, LocalDate through) {
    return Found.by(eligibility, aClaim().through(through).line("99213", "1"), answered(coverage));
  }

  private String message(EffectivePeriod coverage) {
    var claim = aClaim().line("99213", "1").build();
    return eligibility.check(claim, answered(coverage)).getFirst().message();
  }

  private static ScrubContext answered(EffectivePeriod coverage) {
    return Found.CONTEXT.withEligibility(
        new EligibilityAnswer(
            "t", "Payer", null, null, Status.ACTIVE, null, coverage, null, List.of(), List.of()));
  }
}
