package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// Refunds that were agreed to and do not go out: the money is taken back by the payer meanwhile,
/// or somebody thinks better of it.
class CancelledRefundStoriesTest {
  private static final Office OFFICE = new Office("cnr", "1003000969");
  private static final String PAID = "CO 45 58.00, PR 3 30.00";
  private static final String PAID_AGAIN = "CO 45 58.00, PR 3 29.00";
  private static final String CHECK =
      "{\"action\": \"pay\", \"method\": \"check\", \"reference\": \"77\"}";
  private static final String CANCEL = "{\"action\": \"cancel\", \"why\": \"%s\"}";

  private static ApiAnswer agreed(String of) {
    var refund =
        OFFICE
            .post(Role.BILLER, "/billing/refunds", "{%s, \"cause\": \"Not ours\"}".formatted(of))
            .is(200);
    deed(Role.MANAGER, refund, "{\"action\": \"approve\"}").is(200);
    return refund;
  }

  private static ApiAnswer deed(Role role, ApiAnswer refund, String deed) {
    return OFFICE.post(role, "/billing/refunds/" + refund.at("/id") + "/deeds", deed);
  }

  /// @return a claim that its payer paid a second time, then 63.00
  private static BilledClaim paidTwice() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", PAID).arrives();
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", PAID_AGAIN).arrives();
    return claim;
  }

  private static ApiAnswer agreed(BilledClaim claim) {
    return agreed(
        "\"claim\": \"%s\", \"amount\": \"%s\""
            .formatted(claim.controlNumber(), OFFICE.owed(claim).substring(1)));
  }

  private static void takenBack(BilledClaim claim) {
    new Remitted(OFFICE, OFFICE.trace())
        .line(claim, "22", PAID_AGAIN)
        .providerLevel("FB", "HH" + claim.controlNumber(), "-63.00")
        .arrives();
  }

  @Test
  void whatThePayerTakesBackAfterItWasAgreedToIsNotPaid() {
    var claim = paidTwice();
    var refund = agreed(claim);
    takenBack(claim);
    Money bank = OFFICE.balance(Account.BANK);

    assertThat(deed(Role.BILLER, refund, CHECK).is(409).at("/detail"))
        .contains("Harbor Health has taken the money back by itself");
    assertThat(OFFICE.page("/billing/refunds"))
        .contains("Cancel it: the payer has taken the money back by itself");
    var cancelled = deed(Role.BILLER, refund, CANCEL.formatted("It was recouped")).is(200);

    assertThat(cancelled.at("/status")).isEqualTo("CANCELLED");
    assertThat(cancelled.at("/cancelled/why")).isEqualTo("It was recouped");
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.balance(Account.BANK)).isEqualTo(bank);
    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("OVERPAYMENT");
    assertThat(deed(Role.BILLER, refund, CHECK).is(409).at("/detail")).contains("Only an approved");
    assertThat(OFFICE.page("/billing/refunds?state=ALL")).contains("It was recouped");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aCreditWhoseRefundIsCancelledIsOwedAgainAndMayBeAskedForAnew() {
    var claim = paidTwice();
    String credit = OFFICE.owed(claim);
    var refund = agreed(claim);
    deed(Role.BILLER, refund, CANCEL.formatted("  ")).is(409);
    deed(Role.FRONT_DESK, refund, CANCEL.formatted("Their new address")).is(403);

    deed(Role.BILLER, refund, CANCEL.formatted("Their new address")).is(200);

    deed(Role.BILLER, refund, CANCEL.formatted("Their new address")).is(409);
    assertThat(OFFICE.owed(claim)).isEqualTo(credit);
    assertThat(OFFICE.clocks(claim, "OPEN")).containsKey("OVERPAYMENT");
    var again = agreed(claim);
    deed(Role.BILLER, again, CHECK).is(200);
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aMisdirectedPaymentThatThePayerTakesBackIsNotPaidEither() {
    String trace = OFFICE.trace();
    var claim = OFFICE.atPayer("99213");
    var other = OFFICE.atPayer("99213");
    new Remitted(OFFICE, trace).unknown("NEXTDOOR", claim, "1", PAID).arrives();
    String payment = OFFICE.waiting(trace).getFirst().at("/id").asString();
    OFFICE
        .post(
            Role.BILLER,
            "/remittances/exceptions/" + payment + "/not-ours",
            "{\"reason\": \"A patient of the practice next door\"}")
        .is(200);
    Money cash = OFFICE.balance(Account.UNAPPLIED_CASH);
    var refund = agreed("\"payment\": \"%s\"".formatted(payment));
    new Remitted(OFFICE, OFFICE.trace())
        .unknown("NEXTDOOR", claim, "22", PAID)
        .line(other, "1", PAID)
        .arrives();

    assertThat(deed(Role.BILLER, refund, CHECK).is(409).at("/detail")).contains("taken the money");
    deed(Role.BILLER, refund, CANCEL.formatted("It was recouped")).is(200);

    assertThat(OFFICE.balance(Account.UNAPPLIED_CASH)).isEqualTo(cash.plus(Money.of("62")));
    assertThat(Office.rows(OFFICE.get(Role.BILLER, "/deadlines?span=OPEN")))
        .noneMatch(c -> c.at("/subject").asString().contains(trace));
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aPatientSeesThatARefundDidNotGoOut() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", PAID).arrives();
    String patient = OFFICE.patient(claim);
    OFFICE
        .post(
            Role.FRONT_DESK,
            "/billing/payments",
            """
            {"patient": "%s", "receipt": "CNR-1", "method": "check", "purpose": "STATEMENT", "amount": "50.00",
             "receivedOn": "%s"}
            """
                .formatted(patient, Office.TODAY))
        .is(200);
    var refund = agreed("\"patient\": \"%s\", \"amount\": \"20\"".formatted(patient));
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("0.00");

    deed(Role.BILLER, refund, CANCEL.formatted("They want it kept")).is(200);

    assertThat(OFFICE.ofPatient(claim)).isEqualTo("-20.00");
    assertThat(Office.rows(OFFICE.get(Role.BILLER, "/deadlines?kind=PATIENT_CREDIT"))).isNotEmpty();
    assertThat(OFFICE.page("/billing/accounts/" + patient)).contains("They want it kept");
    assertThat(OFFICE.isBalanced()).isTrue();
  }
}
