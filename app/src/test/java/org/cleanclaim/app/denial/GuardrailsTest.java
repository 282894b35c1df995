package org.cleanclaim.app.denial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.app.deadline.AppealLevel;
import org.cleanclaim.app.deadline.MedicareAppeals;
import org.cleanclaim.app.denial.DenialCase.Action;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuardrailsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private AdjustmentGroup group = AdjustmentGroup.CO;
  private String reason = "50";
  private List<String> remarks = List.of();
  private String cause = "medical-necessity";
  private Money amount = Money.of("120");
  private List<String> closedPairs = List.of();
  private @Nullable String paidElsewhere = null;
  private @Nullable AppealLevel level = MedicareAppeals.levels(2026).getFirst();
  private @Nullable LocalDate appealBy = TODAY.plusDays(30);
  private boolean appealPending = false;
  private @Nullable LocalDate correctBy = null;
  private Set<EvidenceKind> evidence = EnumSet.allOf(EvidenceKind.class);

  private DenialFacts facts() {
    return new DenialFacts(
        group,
        reason,
        remarks,
        cause,
        amount,
        FilingIndicator.MEDICARE_PART_B,
        closedPairs,
        paidElsewhere,
        level,
        appealBy,
        appealPending,
        null,
        correctBy,
        List.of(),
        evidence,
        TODAY);
  }

  private boolean allows(Action action) {
    return Guardrails.of(facts()).get(action).isAllowed();
  }

  private List<String> why(Action action) {
    return Guardrails.of(facts()).get(action).refusals();
  }

  @Test
  void aDecisionOnNeedIsAppealed() {
    assertThat(allows(Action.APPEAL)).isTrue();
    assertThat(Guardrails.proposed(Action.APPEAL, facts())).isEqualTo(Action.APPEAL);
  }

  @Test
  void anUnprocessableClaimIsNeverAppealed() {
    remarks = List.of("N56", "MA130");

    assertThat(allows(Action.APPEAL)).isFalse();
    assertThat(why(Action.APPEAL)).anyMatch(w -> w.contains("new claim"));
    assertThat(Guardrails.proposed(Action.APPEAL, facts())).isEqualTo(Action.CORRECT_AND_REBILL);
  }

  @Test
  void aRemarkThatGivesNoAppealIsObeyed() {
    remarks = List.of("N211");

    assertThat(allows(Action.APPEAL)).isFalse();
  }

  @Test
  void aPairThatNoModifierSetsAsideIsNeverAppealed() {
    reason = "236";
    cause = "bundled";
    assertThat(allows(Action.APPEAL)).isTrue();

    closedPairs = List.of("99213 / 36415");

    assertThat(allows(Action.APPEAL)).isFalse();
    assertThat(why(Action.APPEAL)).anyMatch(w -> w.contains("99213 / 36415"));
  }

  @Test
  void thePatientsShareIsBilledToThePatientAndNothingElse() {
    group = AdjustmentGroup.PR;
    for (String share : List.of("1", "2", "3")) {
      reason = share;
      for (Action action : Action.values()) {
        assertThat(allows(action)).as(share + action).isEqualTo(action == Action.BILL_PATIENT);
      }
    }
  }

  @Test
  void whatThePayerDoesNotLeaveToThePatientIsNotBilled() {
    for (var who : List.of(AdjustmentGroup.CO, AdjustmentGroup.PI, AdjustmentGroup.OA)) {
      group = who;
      assertThat(allows(Action.BILL_PATIENT)).as(who.name()).isFalse();
    }
    group = AdjustmentGroup.PR;
    assertThat(allows(Action.BILL_PATIENT)).isTrue();
  }

  @Test
  void aDuplicateThatWasPaidIsNeitherAppealedNorCorrected() {
    reason = "18";
    cause = "duplicate";
    paidElsewhere = "CC000001";

    assertThat(allows(Action.APPEAL)).isFalse();
    assertThat(allows(Action.CORRECT_AND_REBILL)).isFalse();
    assertThat(allows(Action.CLOSE)).isTrue();
  }

  @Test
  void afterTheLastDayOnlyGoodCauseOpensTheAppeal() {
    appealBy = TODAY;
    evidence = EnumSet.complementOf(EnumSet.of(EvidenceKind.GOOD_CAUSE));
    assertThat(allows(Action.APPEAL)).isTrue();

    appealBy = TODAY.minusDays(1);
    assertThat(allows(Action.APPEAL)).isFalse();

    evidence = EnumSet.allOf(EvidenceKind.class);
    assertThat(allows(Action.APPEAL)).isTrue();
  }

  @Test
  void aLevelHasItsLeastAmountAndItsEnd() {
    level = MedicareAppeals.levels(2026).get(2);
    amount = Money.of("199.99");
    assertThat(allows(Action.APPEAL)).isFalse();
    amount = Money.of("200.00");
    assertThat(allows(Action.APPEAL)).isTrue();

    level = null;
    assertThat(allows(Action.APPEAL)).isFalse();
  }

  @Test
  void whileThePayerDecidesNothingIsClosedOrAppealedAgain() {
    appealPending = true;

    assertThat(allows(Action.APPEAL)).isFalse();
    assertThat(allows(Action.CLOSE)).isFalse();
    assertThat(allows(Action.CORRECT_AND_REBILL)).isFalse();
    assertThat(allows(Action.BILL_OTHER_PAYER)).isFalse();
  }

  @Test
  void lateFilingIsNotCuredByACorrection() {
    reason = "29";
    cause = "timely-filing";

    assertThat(allows(Action.CORRECT_AND_REBILL)).isFalse();
    assertThat(allows(Action.APPEAL)).isTrue();
  }

  @Test
  void aCorrectionHasItsLastDay() {
    correctBy = TODAY;
    assertThat(allows(Action.CORRECT_AND_REBILL)).isTrue();
    correctBy = TODAY.minusDays(1);
    assertThat(allows(Action.CORRECT_AND_REBILL)).isFalse();
  }

  @Test
  void eachActionNamesTheEvidenceThatIsMissing() {
    evidence = EnumSet.noneOf(EvidenceKind.class);

    var standings = Guardrails.of(facts());

    assertThat(standings.get(Action.APPEAL).missing()).containsExactly(EvidenceKind.MEDICAL_RECORD);
    assertThat(standings.get(Action.CORRECT_AND_REBILL).missing())
        .containsExactly(EvidenceKind.WHAT_WAS_WRONG);
    cause = "timely-filing";
    assertThat(Guardrails.of(facts()).get(Action.APPEAL).missing())
        .containsExactly(EvidenceKind.PROOF_OF_FILING);
  }
}
