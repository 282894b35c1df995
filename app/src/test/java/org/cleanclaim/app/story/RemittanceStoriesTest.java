package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// What payers send with their money, and what must not be posted.
class RemittanceStoriesTest {
  private static final Office OFFICE = new Office("rem", "1553001029");
  private static final String PAID = "CO 45 58.00, PR 3 30.00";

  @Test
  void aPaymentThatIsTakenBackAndPaidAnewLeavesTheLastDecision() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", PAID).arrives();
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("30.00");
    assertThat(OFFICE.claim(claim).json().at("/timeline").toString())
        .contains("pays 62.00 of 150.00 and leaves 30.00 to the patient");
    Money before = OFFICE.balance(Account.DEPOSIT_IN_TRANSIT);

    new Remitted(OFFICE, OFFICE.trace())
        .line(claim, "22", PAID)
        .line(claim, "1", "CO 45 58.00, PR 3 50.00")
        .providerLevel("WO", claim.controlNumber(), "-20.00")
        .arrives();

    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("50.00");
    assertThat(OFFICE.balance(Account.DEPOSIT_IN_TRANSIT)).isEqualTo(before);
    assertThat(OFFICE.next(claim)).isEqualTo("Nothing: the payer's part is settled");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aTakebackWithoutACorrectionOpensTheClaimAgain() {
    var claim = OFFICE.atPayer("99213");
    var other = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", PAID).arrives();

    new Remitted(OFFICE, OFFICE.trace()).line(claim, "22", PAID).line(other, "1", PAID).arrives();

    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("0.00");
    assertThat(OFFICE.next(claim)).isEqualTo("Ask the payer about the $150.00 that are still open");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aClaimThatThePayerGotWithoutAFileIsOwedOnceItIsDecided() {
    Money unbilled = OFFICE.balance(Account.UNBILLED);
    var claim = OFFICE.billed(OFFICE.member(), "99213");
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("READY");

    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", PAID).arrives();

    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("ADJUDICATED");
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("30.00");
    assertThat(OFFICE.balance(Account.UNBILLED)).isEqualTo(unbilled);
    assertThat(OFFICE.claim(claim).json().at("/timeline").toString())
        .contains("The payer decided it though it was not sent from here");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void interestIsIncomeOfItsOwn() {
    var claim = OFFICE.atPayer("99213");
    Money before = OFFICE.balance(Account.INTEREST);
    new Remitted(OFFICE, OFFICE.trace())
        .line(claim, "1", PAID)
        .providerLevel("L6", claim.controlNumber(), "-1.25")
        .arrives();

    assertThat(OFFICE.balance(Account.INTEREST).minus(before)).isEqualTo(Money.of("-1.25"));
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
  }

  @Test
  void aRemittanceThatDoesNotAddUpIsStoppedAtItsSegmentAndMovesNothing() {
    var claim = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();
    Money before = OFFICE.balance(Account.DEPOSIT_IN_TRANSIT);

    new Remitted(OFFICE, trace).line(claim, "1", PAID).offBy("0.01").arrives();

    var waiting = OFFICE.waiting(trace);
    assertThat(waiting).hasSize(1);
    assertThat(waiting.getFirst().at("/kind").asString()).isEqualTo("OUT_OF_BALANCE");
    assertThat(waiting.getFirst().at("/place").asString()).startsWith("segment ");
    assertThat(waiting.getFirst().at("/remedy").asString()).isNotBlank();
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    assertThat(OFFICE.next(claim)).startsWith("Wait for the remittance");
    assertThat(OFFICE.balance(Account.DEPOSIT_IN_TRANSIT)).isEqualTo(before);
  }

  @Test
  void theSameTraceWithOtherContentWaitsUntilSomebodyPutsItAside() {
    var claim = OFFICE.atPayer("99213");
    var other = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();
    new Remitted(OFFICE, trace).line(claim, "1", PAID).arrives();

    new Remitted(OFFICE, trace).line(other, "1", "CO 45 58.00, PR 3 42.00").arrives();

    var waiting = OFFICE.waiting(trace);
    assertThat(waiting).hasSize(1);
    assertThat(waiting.getFirst().at("/kind").asString()).isEqualTo("REPEATED_TRACE");
    assertThat(OFFICE.owed(other)).isEqualTo("150.00");
    String id = waiting.getFirst().at("/id").asString();
    OFFICE.post(Role.BILLER, "/remittances/exceptions/" + id + "/discard", "{}").is(400);
    OFFICE
        .post(
            Role.BILLER,
            "/remittances/exceptions/" + id + "/discard",
            "{\"reason\": \"The payer sent it in error\"}")
        .is(200);
    assertThat(OFFICE.waiting(trace)).isEmpty();
    assertThat(OFFICE.owed(other)).isEqualTo("150.00");
  }

  @Test
  void aRemittanceForAnotherPracticeIsNeverPosted() {
    var claim = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();

    new Remitted(OFFICE, trace).forPractice("1245319599").line(claim, "1", PAID).arrives();

    assertThat(OFFICE.waiting(trace)).hasSize(1);
    assertThat(OFFICE.waiting(trace).getFirst().at("/kind").asString()).isEqualTo("OTHER_PAYEE");
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
  }

  @Test
  void moneyForAnUnknownClaimIsKeptUntilItIsMatchedByHand() {
    var claim = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();
    Money before = OFFICE.balance(Account.UNAPPLIED_CASH);

    new Remitted(OFFICE, trace).unknown("NOBODY77", claim, "1", PAID).arrives();

    var waiting = OFFICE.waiting(trace);
    assertThat(waiting).hasSize(1);
    assertThat(waiting.getFirst().at("/claimControlNumber").asString()).isEqualTo("NOBODY77");
    assertThat(OFFICE.balance(Account.UNAPPLIED_CASH).minus(before)).isEqualTo(Money.of("-62.00"));
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    OFFICE
        .post(
            Role.BILLER,
            "/remittances/exceptions/" + waiting.getFirst().at("/id").asString() + "/match",
            "{\"claim\": \"%s\"}".formatted(claim.controlNumber()))
        .is(200);
    assertThat(OFFICE.balance(Account.UNAPPLIED_CASH)).isEqualTo(before);
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("30.00");
  }

  @Test
  void anExplanationFromPaperIsProvenBeforeItIsPosted() {
    var claim = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();
    String eob =
        """
        {"payerId": "%s", "trace": "%s", "paidOn": "%s", "paid": "%s", "claims": [{"claim": "%s", "charged": "150.00",
         "paid": "62.00", "services": [{"procedure": "99213", "charged": "150.00", "paid": "62.00", "adjustments":
         [{"group": "CO", "reason": "45", "amount": "58.00"}, {"group": "PR", "reason": "3", "amount": "30.00"}]}]}]}
        """;
    String payer = OFFICE.harbor().electronicId().value();

    OFFICE
        .post(
            Role.BILLER,
            "/remittances/eob",
            eob.formatted(payer, trace, Remitted.PAID_ON, "63.00", claim.controlNumber()))
        .is(400);
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");

    OFFICE
        .post(
            Role.BILLER,
            "/remittances/eob",
            eob.formatted(payer, trace, Remitted.PAID_ON, "62.00", claim.controlNumber()))
        .is(200);
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("30.00");
  }

  @Test
  void theUnitsOfAPaperAreThoseThatWereBilledUnlessItSaysOthers() {
    for (String units : List.of("", "2")) {
      var claim = OFFICE.atPayer("99213");
      String eob =
          """
          {"payerId": "%s", "trace": "%s", "paidOn": "%s", "paid": "62.00", "claims": [{"claim": "%s", "charged": "150.00",
           "paid": "62.00", "services": [{"line": 1, "procedure": "99213", "charged": "150.00", "units": "%s", "paid": "62.00",
           "adjustments": [{"group": "CO", "reason": "45", "amount": "58.00"}, {"group": "PR", "reason": "3", "amount": "30.00"}]}]}]}
          """
              .formatted(
                  OFFICE.harbor().electronicId().value(),
                  OFFICE.trace(),
                  Remitted.PAID_ON,
                  claim.controlNumber(),
                  units);

      OFFICE.post(Role.BILLER, "/remittances/eob", eob).is(200);

      assertThat(OFFICE.claim(claim).text().contains("units billed 1, decided 2"))
          .isEqualTo(!units.isEmpty());
    }
  }

  @Test
  void whoMayNotPostDoesNotPost() {
    var claim = OFFICE.atPayer("99213");
    for (Role role : List.of(Role.CODER, Role.FRONT_DESK)) {
      OFFICE.post(role, "/remittances/eob", "{}").is(403);
      OFFICE.get(role, "/remittances/exceptions").is(403);
    }
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
  }
}
