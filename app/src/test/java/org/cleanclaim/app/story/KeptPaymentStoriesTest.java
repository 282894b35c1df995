package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimCorrections;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Payers that decide the claim in the place of another and take back what they paid on the other
/// one with it, later, or never: whichever it is, the patient owes the share of the decision that
/// holds, and the payer has paid once in the end.
class KeptPaymentStoriesTest {
  private static final Office OFFICE = new Office("kps", "1003008301");
  private static final String FIRST = "CO 45 58.00, PR 3 30.00";
  private static final String LATER = "CO 45 58.00, PR 3 25.00";

  /// A claim, and the one that the payer has taken in its place.
  private record Corrected(BilledClaim claim, BilledClaim by) {}

  private static Corrected paid() {
    var claim = OFFICE.atPayer("99213");
    arrives(claim, "1", FIRST);
    return corrected(claim, "REPLACEMENT");
  }

  private static Corrected corrected(BilledClaim claim, String how) {
    OFFICE.postCorrection(claim, how).is(200);
    OFFICE.deliver(OFFICE.box(List.of(claim.snapshot().subscriber().memberId().value())));
    return new Corrected(
        claim,
        OFFICE.inside(
            () -> OFFICE.server.bean(ClaimCorrections.class).chain(claim.id()).getLast()));
  }

  /// @return its trace
  private static String arrives(BilledClaim claim, String status, String reasons) {
    String trace = OFFICE.trace();
    var remitted = new Remitted(OFFICE, trace).line(claim, status, reasons);
    if (status.equals("22")) {
      Money paid = Money.of(reasons.equals(FIRST) ? "62" : "67");
      remitted =
          remitted.providerLevel("FB", "HH" + claim.controlNumber(), paid.negated().toString());
    }
    remitted.arrives();
    return trace;
  }

  private static Optional<JsonNode> credit(BilledClaim claim) {
    return Office.rows(OFFICE.get(Role.BILLER, "/billing/credits")).stream()
        .filter(c -> c.at("/claim").asString().equals(claim.controlNumber()))
        .findFirst();
  }

  /// What the next statement of a claim's patient asks for, and the shares on it.
  private static List<String> billed(BilledClaim claim) {
    OFFICE
        .post(Role.BILLER, "/billing/statements/run", "{\"on\": \"%s\"}".formatted(Office.TODAY))
        .is(200);
    var statement = OFFICE.account(claim).json().at("/statements/0");
    return List.of(
        statement.at("/balance").asString(),
        statement.at("/content/visits/0/planPaid").asString(),
        statement.at("/content/visits/0/planDiscount").asString(),
        statement.at("/content/visits/0/items").size() + " share");
  }

  private static void refunded(BilledClaim claim, String amount) {
    var refund =
        OFFICE
            .post(
                Role.BILLER,
                "/billing/refunds",
                "{\"claim\": \"%s\", \"amount\": \"%s\", \"cause\": \"Paid twice\"}"
                    .formatted(claim.controlNumber(), amount))
            .is(200);
    String deeds = "/billing/refunds/" + refund.at("/id") + "/deeds";
    OFFICE.post(Role.MANAGER, deeds, "{\"action\": \"approve\"}").is(200);
    OFFICE
        .post(
            Role.BILLER,
            deeds,
            "{\"action\": \"pay\", \"method\": \"check\", \"reference\": \"9\"}")
        .is(200);
  }

  /// The correction's decision alone holds: 67.00 are paid, 58.00 reduced, 25.00 are the patient's.
  private static void stands(Corrected corrected, Money reducedBefore) {
    assertThat(OFFICE.owed(corrected.claim())).isEqualTo("0.00");
    assertThat(OFFICE.owed(corrected.by())).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(corrected.claim())).isEqualTo("25.00");
    assertThat(OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT).minus(reducedBefore))
        .isEqualTo(Money.of("58"));
    assertThat(credit(corrected.claim())).isEmpty();
    assertThat(credit(corrected.by())).isEmpty();
    assertThat(OFFICE.clocks(corrected.claim(), "OPEN")).doesNotContainKey("OVERPAYMENT");
    assertThat(OFFICE.next(corrected.claim())).isEqualTo("Follow the replacement");
    assertThat(OFFICE.next(corrected.by())).isEqualTo("Nothing: the payer's part is settled");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "paid, both",
        "paid, decided, back",
        "paid, back, decided",
        "decided, paid, back",
        "decided, back, paid",
        "back, paid, decided",
        "back, decided, paid"
      })
  void theSameStandsInWhateverOrderThePayersAnswersCome(String order) {
    Money reduced = OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT);
    var claim = OFFICE.atPayer("99213");
    if (order.startsWith("paid")) arrives(claim, "1", FIRST);
    var corrected = corrected(claim, "REPLACEMENT");

    for (String answer : order.split(", ")) {
      switch (answer) {
        case "both" ->
            new Remitted(OFFICE, OFFICE.trace())
                .line(claim, "22", FIRST)
                .line(corrected.by(), "1", LATER)
                .arrives();
        case "decided" -> arrives(corrected.by(), "1", LATER);
        case "back" -> arrives(claim, "22", FIRST);
        default -> {
          if (!order.startsWith("paid")) arrives(claim, "1", FIRST);
        }
      }
    }

    stands(corrected, reduced);
    assertThat(billed(claim)).containsExactly("25.00", "67.00", "58.00", "1 share");
  }

  @Test
  void aFirstPaymentThatStaysIsThePayersMoneyUntilItIsRefunded() {
    Money reduced = OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT);
    Money bank = OFFICE.balance(Account.BANK);
    var paid = paid();

    String trace = arrives(paid.by(), "1", LATER);

    assertThat(OFFICE.owed(paid.claim())).isEqualTo("-62.00");
    assertThat(OFFICE.owed(paid.by())).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(paid.claim())).isEqualTo("25.00");
    assertThat(OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT).minus(reduced))
        .isEqualTo(Money.of("58"));
    var credit = credit(paid.claim()).orElseThrow();
    assertThat(credit.at("/amount").asString()).isEqualTo("62.00");
    assertThat(credit.at("/refundable").asString()).isEqualTo("62.00");
    assertThat(OFFICE.clocks(paid.claim(), "OPEN").get("OVERPAYMENT").at("/dueOn").asString())
        .isEqualTo(Office.TODAY.plusDays(60).toString());
    assertThat(OFFICE.next(paid.claim()))
        .isEqualTo(
            "The payer has decided claim %s and has not taken back its first payment: wait for the takeback of $62.00, or refund it"
                .formatted(paid.by().controlNumber()));
    assertThat(OFFICE.next(paid.by()))
        .isEqualTo(
            "See claim %s: the payer has not taken back the $62.00 that it paid on it"
                .formatted(paid.claim().controlNumber()));
    assertThat(OFFICE.waiting(trace))
        .singleElement()
        .satisfies(x -> {
          assertThat(x.at("/kind").asString()).isEqualTo("CREDIT_LEFT");
          assertThat(x.at("/sentence").asString())
              .isEqualTo(
                  "Claim %s holds no more by the payer's decision on claim %s, and the 62.00 that the payer had paid on it were not taken back (CLP02 22)."
                      .formatted(paid.claim().controlNumber(), paid.by().controlNumber()));
        });
    assertThat(billed(paid.claim())).containsExactly("25.00", "67.00", "58.00", "1 share");

    refunded(paid.claim(), "62.00");

    stands(paid, reduced);
    assertThat(OFFICE.waiting(trace)).isEmpty();
    assertThat(OFFICE.balance(Account.BANK).minus(bank)).isEqualTo(Money.of("-62"));
  }

  @Test
  void theTakebackThatComesLaterEndsTheClockAndTheEntryInTheQueue() {
    Money reduced = OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT);
    var paid = paid();
    String trace = arrives(paid.by(), "1", LATER);

    arrives(paid.claim(), "22", FIRST);

    stands(paid, reduced);
    assertThat(OFFICE.waiting(trace)).isEmpty();
    assertThat(OFFICE.clocks(paid.claim(), "STOPPED").get("OVERPAYMENT").at("/state").asString())
        .isEqualTo("ENDED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CO 18 150.00", "CO 45 58.00, CO 29 92.00", "CO 45 58.00, CO 133 92.00"})
  void aReplacementThatIsRefusedOrWaitsLeavesTheFirstDecisionAsItIs(String reasons) {
    Money reduced = OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT);
    var paid = paid();

    arrives(paid.by(), "4", reasons);

    assertThat(OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT).minus(reduced))
        .isEqualTo(Money.of("58"));
    assertThat(OFFICE.owed(paid.claim())).isEqualTo("0.00");
    assertThat(OFFICE.owed(paid.by())).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(paid.claim())).isEqualTo("30.00");
    assertThat(credit(paid.claim())).isEmpty();
    assertThat(OFFICE.clocks(paid.claim(), "OPEN")).doesNotContainKey("OVERPAYMENT");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CO 18 150.00", "CO 45 58.00, CO 29 92.00"})
  void theSameHoldsWhenTheRefusalComesBeforeTheFirstDecision(String reasons) {
    var corrected = corrected(OFFICE.atPayer("99213"), "REPLACEMENT");
    arrives(corrected.by(), "4", reasons);

    arrives(corrected.claim(), "1", FIRST);

    assertThat(OFFICE.owed(corrected.claim())).isEqualTo("0.00");
    assertThat(OFFICE.owed(corrected.by())).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(corrected.claim())).isEqualTo("30.00");
    assertThat(credit(corrected.claim())).isEmpty();
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aNewClaimInThePlaceOfAnotherIsNoOther() {
    Money reduced = OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT);
    var claim = OFFICE.atPayer("99213");
    arrives(claim, "1", FIRST);
    var anew = corrected(claim, "RESUBMISSION");

    arrives(anew.by(), "1", LATER);

    assertThat(OFFICE.owed(claim)).isEqualTo("-62.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("25.00");
    assertThat(OFFICE.clocks(claim, "OPEN")).containsKey("OVERPAYMENT");

    arrives(claim, "22", FIRST);

    stands(anew, reduced);
  }

  @Test
  void whenTheDecisionOnTheReplacementIsTakenBackTheFirstOneHoldsAgain() {
    var paid = paid();
    String trace = arrives(paid.by(), "1", LATER);

    arrives(paid.by(), "22", LATER);

    assertThat(OFFICE.owed(paid.claim())).isEqualTo("0.00");
    assertThat(OFFICE.owed(paid.by())).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(paid.claim())).isEqualTo("30.00");
    assertThat(credit(paid.claim())).isEmpty();
    assertThat(OFFICE.waiting(trace)).isEmpty();
    assertThat(OFFICE.clocks(paid.claim(), "OPEN")).doesNotContainKey("OVERPAYMENT");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void ofAClaimThatWasReplacedTwiceEachPaymentThatStaysHasItsClock() {
    var paid = paid();
    arrives(paid.by(), "1", LATER);
    OFFICE.postCorrection(paid.by(), "REPLACEMENT").is(200);
    OFFICE.submitted();
    var last =
        OFFICE.inside(
            () -> OFFICE.server.bean(ClaimCorrections.class).chain(paid.claim().id()).getLast());

    arrives(last, "1", "CO 45 58.00, PR 3 20.00");

    assertThat(OFFICE.owed(paid.claim())).isEqualTo("-62.00");
    assertThat(OFFICE.owed(paid.by())).isEqualTo("-67.00");
    assertThat(OFFICE.owed(last)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(paid.claim())).isEqualTo("20.00");
    assertThat(OFFICE.clocks(paid.claim(), "OPEN")).containsKey("OVERPAYMENT");
    assertThat(OFFICE.clocks(paid.by(), "OPEN")).containsKey("OVERPAYMENT");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void whatIsTakenBackAfterItWasRefundedIsAskedFor() {
    var paid = paid();
    arrives(paid.by(), "1", LATER);
    refunded(paid.claim(), "62.00");

    arrives(paid.claim(), "22", FIRST);

    assertThat(OFFICE.owed(paid.claim())).isEqualTo("62.00");
    assertThat(OFFICE.ofPatient(paid.claim())).isEqualTo("25.00");
    assertThat(OFFICE.next(paid.claim()))
        .isEqualTo(
            "The payer has taken back $62.00 more than was still here of its payment: ask for it"
                + " back");
    assertThat(OFFICE.clocks(paid.claim(), "OPEN")).containsKey("OPEN_BALANCE");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void whenTheDecisionWasMatchedToTheReplacementByMistakeTheFirstOneHoldsAgain() {
    var paid = paid();
    String trace = OFFICE.trace();
    new Remitted(OFFICE, trace).unknown("L" + trace, paid.by(), "1", LATER).arrives();
    String payment =
        "/remittances/exceptions/" + OFFICE.waiting(trace).getFirst().at("/id").asString();
    OFFICE
        .post(
            Role.BILLER,
            payment + "/match",
            "{\"claim\": \"%s\", \"reason\": \"By name\"}".formatted(paid.by().controlNumber()))
        .is(200);
    assertThat(OFFICE.owed(paid.claim())).isEqualTo("-62.00");
    assertThat(OFFICE.ofPatient(paid.claim())).isEqualTo("25.00");
    assertThat(OFFICE.clocks(paid.claim(), "OPEN")).containsKey("OVERPAYMENT");

    OFFICE.post(Role.BILLER, payment + "/undo-match", "{\"reason\": \"Another patient\"}").is(200);

    assertThat(OFFICE.owed(paid.claim())).isEqualTo("0.00");
    assertThat(OFFICE.owed(paid.by())).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(paid.claim())).isEqualTo("30.00");
    assertThat(OFFICE.clocks(paid.claim(), "OPEN")).doesNotContainKey("OVERPAYMENT");
    assertThat(OFFICE.waiting(trace))
        .extracting(x -> x.at("/kind").asString())
        .containsExactly("UNMATCHED_CLAIM");
    assertThat(OFFICE.isBalanced()).isTrue();
  }
}
