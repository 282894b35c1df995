package org.cleanclaim.app.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.cleanclaim.app.coverage.RecheckRule.Last;
import org.cleanclaim.app.coverage.RecheckRule.Visit;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecheckRuleTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 29);

  private static Optional<String> why(
      FilingIndicator filing, LocalDate served, @Nullable Last last) {
    return RecheckRule.why(new Visit(served, filing, 3), last, TODAY, 30);
  }

  private static Last last(String askedOn, String asOf, @Nullable Status status) {
    return new Last(LocalDate.parse(askedOn), LocalDate.parse(asOf), status, 3, false, null);
  }

  @Test
  void aNewOrChangedPolicyIsChecked() {
    assertThat(why(FilingIndicator.COMMERCIAL, TODAY, null))
        .hasValue("The policy was never checked");
    var old = new Last(TODAY.minusDays(1), TODAY, Status.ACTIVE, 2, false, null);
    assertThat(why(FilingIndicator.COMMERCIAL, TODAY, old)).get().asString().contains("changed");
  }

  @Test
  void anAnswerGrowsOldOnTheDayAndNotBefore() {
    assertThat(
            why(FilingIndicator.COMMERCIAL, TODAY, last("2026-05-31", "2026-05-31", Status.ACTIVE)))
        .isEmpty();
    assertThat(
            why(FilingIndicator.COMMERCIAL, TODAY, last("2026-05-30", "2026-05-30", Status.ACTIVE)))
        .hasValue("Not checked for 30 days");
  }

  @Test
  void medicaidIsAskedAboutEachMonthOfServiceAndOthersAreNot() {
    var june = last("2026-06-28", "2026-06-28", Status.ACTIVE);
    var july = LocalDate.of(2026, 7, 1);
    assertThat(why(FilingIndicator.MEDICAID, july, june)).get().asString().contains("by the month");
    assertThat(why(FilingIndicator.MEDICAID, TODAY, june)).isEmpty();
    assertThat(why(FilingIndicator.COMMERCIAL, july, june)).isEmpty();
  }

  @Test
  void aNewYearBeginsDeductiblesAgain() {
    var december = last("2026-06-28", "2025-12-30", Status.ACTIVE);
    assertThat(why(FilingIndicator.COMMERCIAL, TODAY, december))
        .get()
        .asString()
        .contains("new year");
  }

  @Test
  void whatIsNotAnsweredIsAskedAgainAfterTwoDaysAndWhatIsRefusedNotBeforeItIsCorrected() {
    assertThat(why(FilingIndicator.COMMERCIAL, TODAY, last("2026-06-27", "2026-06-29", null)))
        .isEmpty();
    assertThat(why(FilingIndicator.COMMERCIAL, TODAY, last("2026-06-26", "2026-06-29", null)))
        .get()
        .asString()
        .contains("not answered");
    assertThat(
            why(
                FilingIndicator.COMMERCIAL,
                TODAY,
                last("2026-01-01", "2026-01-01", Status.REJECTED)))
        .isEmpty();
  }

  @Test
  void aCorrectedPatientAndAPayerThatWantsTheQuestionAgainAreAskedAbout() {
    assertThat(why(FilingIndicator.COMMERCIAL, TODAY, refused(TODAY.minusDays(1), true, "C")))
        .get()
        .asString()
        .contains("corrected");
    assertThat(why(FilingIndicator.COMMERCIAL, TODAY, refused(TODAY, false, "P"))).isEmpty();
    assertThat(why(FilingIndicator.COMMERCIAL, TODAY, refused(TODAY.minusDays(1), false, "P")))
        .isPresent();
    assertThat(why(FilingIndicator.COMMERCIAL, TODAY, refused(TODAY.minusDays(9), false, "X")))
        .isEmpty();
    assertThat(why(FilingIndicator.COMMERCIAL, TODAY, refused(TODAY.minusDays(10), false, "X")))
        .isPresent();
  }

  private static Last refused(LocalDate on, boolean isPatientCorrected, String followUp) {
    return new Last(on, on, Status.REJECTED, 3, isPatientCorrected, followUp);
  }
}
