package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimCorrections;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Claims that were paid and are replaced, sent anew or voided: what the payer has paid is no
/// credit that goes back while it works on the correction, and nobody owes a visit twice.
class CorrectedPaymentStoriesTest {
  private static final Office OFFICE = new Office("cpy", "1003008202");
  private static final String PAID = "CO 45 58.00, PR 3 30.00";
  private static final String PAID_ON_TIME = "CO 45 58.00, PR 3 29.00";

  /// A claim that was decided, and its correction that the payer has taken.
  private record Corrected(BilledClaim claim, BilledClaim by) {}

  private static Corrected corrected(String how, String... procedures) {
    String member = OFFICE.member();
    var claim = OFFICE.billed(member, procedures);
    var box = OFFICE.box(List.of(member));
    OFFICE.deliver(box);
    OFFICE.payRun(box);
    OFFICE.postCorrection(claim, how).is(200);
    OFFICE.deliver(box);
    var by =
        OFFICE.inside(() -> OFFICE.server.bean(ClaimCorrections.class).chain(claim.id()).getLast());
    assertThat(OFFICE.claim(by).at("/status")).isEqualTo("AT_PAYER");
    return new Corrected(claim, by);
  }

  private static Optional<JsonNode> credit(BilledClaim claim) {
    return Office.rows(OFFICE.get(Role.BILLER, "/billing/credits")).stream()
        .filter(c -> c.at("/claim").asString().equals(claim.controlNumber()))
        .findFirst();
  }

  private static ApiAnswer refund(BilledClaim claim, String amount) {
    return OFFICE.post(
        Role.BILLER,
        "/billing/refunds",
        "{\"claim\": \"%s\", \"amount\": \"%s\", \"cause\": \"Paid too much\"}"
            .formatted(claim.controlNumber(), amount));
  }

  private static void arrives(BilledClaim claim, String status, String reasons) {
    var remitted = new Remitted(OFFICE, OFFICE.trace()).line(claim, status, reasons);
    if (status.equals("22")) {
      remitted = remitted.providerLevel("FB", "HH" + claim.controlNumber(), "-62.00");
    }
    remitted.arrives();
  }

  @Test
  void whatWasPaidStaysSettledWhileThePayerWorksOnTheReplacement() {
    Money receivable = OFFICE.balance(Account.INSURANCE_RECEIVABLE);

    var replaced = corrected("REPLACEMENT", "99213");

    assertThat(OFFICE.claim(replaced.claim()).at("/status")).isEqualTo("REPLACED");
    assertThat(OFFICE.owed(replaced.claim())).isEqualTo("0.00");
    assertThat(OFFICE.owed(replaced.by())).isEqualTo("0.00");
    assertThat(OFFICE.balance(Account.INSURANCE_RECEIVABLE)).isEqualTo(receivable);
    assertThat(credit(replaced.claim())).isEmpty();
    assertThat(refund(replaced.claim(), "62.00").is(409).at("/detail"))
        .contains("waits for the decision on claim " + replaced.by().controlNumber());
  }

  @Test
  void whatWasDeniedGoesOverToTheReplacement() {
    var claim = OFFICE.atPayer("99213", "20610");
    new Remitted(OFFICE, OFFICE.trace()).lines(claim, "1", List.of(PAID, "CO 16 120.00")).arrives();
    OFFICE.postCorrection(claim, "RESUBMISSION").is(200);
    OFFICE.deliver(OFFICE.box(List.of(claim.snapshot().subscriber().memberId().value())));
    var anew =
        OFFICE.inside(() -> OFFICE.server.bean(ClaimCorrections.class).chain(claim.id()).getLast());

    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.owed(anew)).isEqualTo("120.00");
    assertThat(credit(claim)).isEmpty();
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void thePaymentThatIsTakenBackFirstIsOwedByTheReplacement() {
    var replaced = corrected("REPLACEMENT", "99213");

    arrives(replaced.claim(), "22", PAID);

    assertThat(OFFICE.owed(replaced.claim())).isEqualTo("0.00");
    assertThat(OFFICE.owed(replaced.by())).isEqualTo("150.00");
    assertThat(OFFICE.ofPatient(replaced.claim())).isEqualTo("0.00");

    arrives(replaced.by(), "1", PAID_ON_TIME);

    assertThat(OFFICE.owed(replaced.claim())).isEqualTo("0.00");
    assertThat(OFFICE.owed(replaced.by())).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(replaced.claim())).isEqualTo("29.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aPaymentThatTheDecisionOnTheReplacementLeavesIsACreditOfWhatWasPaid() {
    var replaced = corrected("REPLACEMENT", "99213");

    arrives(replaced.by(), "1", PAID_ON_TIME);

    assertThat(OFFICE.owed(replaced.by())).isEqualTo("0.00");
    assertThat(credit(replaced.by())).isEmpty();
    var credit = credit(replaced.claim()).orElseThrow();
    assertThat(credit.at("/refundable").asString()).isEqualTo("62.00");
    assertThat(credit.at("/waitsFor").isNull()).isTrue();
    assertThat(credit.at("/cause").asString())
        .isEqualTo(
            "Claim %s stands in its place, and the payer has not taken back what it paid"
                .formatted(replaced.by().controlNumber()));
    assertThat(OFFICE.clocks(replaced.claim(), "OPEN")).containsKey("OVERPAYMENT");
    assertThat(refund(replaced.claim(), "150.00").is(409).at("/detail"))
        .contains("the credit that is free is 62.00");

    arrives(replaced.claim(), "22", PAID);

    assertThat(credit(replaced.claim())).isEmpty();
    assertThat(OFFICE.owed(replaced.claim())).isEqualTo("0.00");
    assertThat(OFFICE.clocks(replaced.claim(), "OPEN")).doesNotContainKey("OVERPAYMENT");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void theClaimThatIsReplacedTwiceKeepsThePaymentThatCameForIt() {
    var replaced = corrected("REPLACEMENT", "99213");
    OFFICE.postCorrection(replaced.by(), "REPLACEMENT").is(200);
    OFFICE.submitted();
    var last =
        OFFICE.inside(() ->
            OFFICE.server.bean(ClaimCorrections.class).chain(replaced.claim().id()).getLast());

    arrives(last, "1", PAID_ON_TIME);

    assertThat(OFFICE.owed(last)).isEqualTo("0.00");
    assertThat(OFFICE.owed(replaced.by())).isEqualTo("0.00");
    assertThat(credit(replaced.claim()).orElseThrow().at("/refundable").asString())
        .isEqualTo("62.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void whatIsVoidedWaitsForThePayerToTakeItBack() {
    var voided = corrected("VOID", "99213");

    var credit = credit(voided.claim()).orElseThrow();
    assertThat(credit.at("/refundable").asString()).isEqualTo("0.00");
    assertThat(credit.at("/waitsFor/what").asString())
        .isEqualTo("the decision on claim " + voided.by().controlNumber());
    assertThat(OFFICE.page("/billing/refunds"))
        .contains("waits for the decision on claim " + voided.by().controlNumber());
    refund(voided.claim(), "62.00").is(409);

    arrives(voided.claim(), "22", PAID);

    assertThat(credit(voided.claim())).isEmpty();
    assertThat(OFFICE.owed(voided.claim())).isEqualTo("0.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aRefundThatWasAgreedToIsNotPaidOnceTheClaimIsCorrected() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", PAID).arrives();
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", PAID_ON_TIME).arrives();
    var asked = refund(claim, "62.00").is(200);
    String deeds = "/billing/refunds/" + asked.at("/id") + "/deeds";
    OFFICE.post(Role.MANAGER, deeds, "{\"action\": \"approve\"}").is(200);

    OFFICE.postCorrection(claim, "REPLACEMENT").is(200);

    assertThat(
            OFFICE
                .post(
                    Role.BILLER,
                    deeds,
                    "{\"action\": \"pay\", \"method\": \"check\", \"reference\": \"8\"}")
                .is(409)
                .at("/detail"))
        .contains("Nothing of it goes back yet");
  }
}
