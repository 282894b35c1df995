package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimCorrections;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// A payment that was matched to the wrong claim by hand, and what becomes of both claims.
class UndoneMatchStoriesTest {
  private static final Office OFFICE = new Office("unm", "1130002938");
  private static final String PAID = "CO 45 58.00, PR 3 30.00";

  private static String waiting(String trace) {
    return OFFICE.waiting(trace).stream()
        .filter(x -> x.at("/kind").asString().equals("UNMATCHED_CLAIM"))
        .findFirst()
        .orElseThrow()
        .at("/id")
        .asString();
  }

  private static ApiAnswer match(String exception, BilledClaim claim) {
    return OFFICE.post(
        Role.BILLER,
        "/remittances/exceptions/" + exception + "/match",
        "{\"claim\": \"%s\", \"reason\": \"By name\"}".formatted(claim.controlNumber()));
  }

  private static ApiAnswer undo(String exception, String why) {
    return OFFICE.post(
        Role.BILLER,
        "/remittances/exceptions/" + exception + "/undo-match",
        "{\"reason\": \"%s\"}".formatted(why));
  }

  @Test
  void theMoneyWaitsAgainAndTheClaimStandsAsBefore() {
    var wrong = OFFICE.atPayer("99213");
    var right = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();
    new Remitted(OFFICE, trace).unknown("LOST1", right, "1", PAID).arrives();
    Money unapplied = OFFICE.balance(Account.UNAPPLIED_CASH);
    String exception = waiting(trace);
    match(exception, wrong).is(200);
    assertThat(OFFICE.ofPatient(wrong)).isEqualTo("30.00");

    assertThat(undo(exception, "").status()).isEqualTo(400);
    undo(exception, "Another patient of that name").is(200);

    assertThat(OFFICE.owed(wrong)).isEqualTo("150.00");
    assertThat(OFFICE.ofPatient(wrong)).isEqualTo("0.00");
    assertThat(OFFICE.claim(wrong).at("/status")).isEqualTo("AT_PAYER");
    assertThat(OFFICE.claim(wrong).json().at("/timeline").toString()).contains("by mistake");
    assertThat(OFFICE.balance(Account.UNAPPLIED_CASH)).isEqualTo(unapplied);
    assertThat(waiting(trace)).isEqualTo(exception);
    undo(exception, "Once more").is(409);

    match(exception, right).is(200);

    assertThat(OFFICE.owed(right)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(right)).isEqualTo("30.00");
    assertThat(OFFICE.owed(wrong)).isEqualTo("150.00");
    assertThat(OFFICE.page("/remittances/exceptions/" + exception))
        .contains(wrong.controlNumber(), "Another patient of that name", right.controlNumber());
    new Remitted(OFFICE, OFFICE.trace()).line(wrong, "1", PAID).arrives();
    assertThat(OFFICE.owed(wrong)).isEqualTo("0.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void whatTheWrongPaymentRefusesIsRefusedOfTheRightClaim() {
    var wrong = OFFICE.atPayer("99213");
    var right = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();
    new Remitted(OFFICE, trace).unknown("LOST2", right, "1", "CO 97 150.00").arrives();
    String exception = waiting(trace);
    match(exception, wrong).is(200);
    assertThat(OFFICE.denials(wrong)).hasSize(1);

    undo(exception, "Another patient of that name").is(200);

    assertThat(OFFICE.denials(wrong).getFirst().at("/status").asString()).isEqualTo("CLOSED");
    match(exception, right).is(200);
    assertThat(OFFICE.denials(right).getFirst().at("/status").asString()).isEqualTo("NEW");
  }

  private static String history(BilledClaim claim) {
    var denial = OFFICE.denials(claim).getFirst();
    return OFFICE.get(Role.BILLER, "/denials/" + denial.at("/publicId").asString()).text();
  }

  /// A payment that is another claim's waits for it.
  private static String misdirected(String number, String reasons) {
    String trace = OFFICE.trace();
    new Remitted(OFFICE, trace).unknown(number, OFFICE.atPayer("99213"), "1", reasons).arrives();
    return waiting(trace);
  }

  @Test
  void aRefusalIsNoDenialOfTheWrongClaimAndStandsAgainWhenItWasTheRightOne() {
    var claim = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();
    new Remitted(OFFICE, trace).unknown("LOST6", claim, "1", "CO 252 150.00").arrives();
    String exception = waiting(trace);
    match(exception, claim).is(200);
    int cases = figures();
    assertThat(OFFICE.clocks(claim, "OPEN")).containsKeys("APPEAL", "RECORDS");
    boolean isCorrectable = OFFICE.clocks(claim, "OPEN").containsKey("CORRECTED_CLAIM");

    undo(exception, "Another patient of that name").is(200);

    assertThat(OFFICE.denials(claim).getFirst().at("/status").asString()).isEqualTo("CLOSED");
    assertThat(OFFICE.clocks(claim, "OPEN"))
        .doesNotContainKeys("APPEAL", "RECORDS", "CORRECTED_CLAIM");
    assertThat(figures()).isEqualTo(cases - 1);

    match(exception, claim).is(200);

    assertThat(OFFICE.denials(claim)).hasSize(1);
    assertThat(OFFICE.denials(claim).getFirst().at("/status").asString()).isEqualTo("NEW");
    assertThat(history(claim)).contains("Withdrawn", "Opened again");
    assertThat(OFFICE.clocks(claim, "OPEN")).containsKeys("APPEAL", "RECORDS");
    assertThat(OFFICE.clocks(claim, "OPEN").containsKey("CORRECTED_CLAIM"))
        .isEqualTo(isCorrectable);
    assertThat(figures()).isEqualTo(cases);
  }

  private static int figures() {
    return OFFICE
        .get(
            Role.MANAGER,
            "/denials/figures?from=%s&through=%s"
                .formatted(Office.TODAY.minusDays(30), Office.TODAY))
        .is(200)
        .json()
        .at("/cases")
        .asInt();
  }

  @Test
  void aCaseThatTheWrongPaymentWonIsOpenAgain() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "4", "CO 97 150.00").arrives();
    String exception = misdirected("LOST7", PAID);
    match(exception, claim).is(200);
    assertThat(OFFICE.denials(claim).getFirst().at("/status").asString()).isEqualTo("WON");
    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("APPEAL");

    undo(exception, "Another patient of that name").is(200);

    var denial = OFFICE.denials(claim).getFirst();
    assertThat(denial.at("/status").asString()).isEqualTo("NEW");
    assertThat(denial.at("/recovered").asString()).isEqualTo("0.00");
    assertThat(history(claim))
        .contains("Opened again", "The payment that settled it was matched to the wrong claim");
    assertThat(OFFICE.clocks(claim, "OPEN")).containsKey("APPEAL");
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");

    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", PAID).arrives();
    assertThat(OFFICE.denials(claim).getFirst().at("/status").asString()).isEqualTo("WON");
  }

  @Test
  void whatThePayerDecidedMeanwhileSettlesTheCase() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "4", "CO 16 150.00").arrives();
    String id = OFFICE.denials(claim).getFirst().at("/publicId").asString();
    OFFICE
        .post(
            Role.BILLER,
            "/denials/" + id + "/deeds",
            "{\"action\": \"correct\", \"reason\": \"The referring provider was missing\"}")
        .is(200);
    OFFICE.submitted();
    var correction =
        OFFICE.inside(() -> OFFICE.server.bean(ClaimCorrections.class).chain(claim.id()).getLast());
    String exception = misdirected("LOST8", "CO 97 150.00");
    match(exception, correction).is(200);
    assertThat(OFFICE.denials(claim).getFirst().at("/status").asString()).isEqualTo("LOST");
    new Remitted(OFFICE, OFFICE.trace()).line(correction, "1", PAID).arrives();
    assertThat(OFFICE.denials(claim).getFirst().at("/status").asString()).isEqualTo("LOST");

    undo(exception, "Another patient of that name").is(200);

    assertThat(OFFICE.denials(claim).getFirst().at("/status").asString()).isEqualTo("WON");
    assertThat(history(claim)).contains("The payer allows $92.00 on the corrected claim");
  }

  @Test
  void aDecisionBesideItStandsAloneAgainAndNoCreditIsLeft() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", PAID).arrives();
    String trace = OFFICE.trace();
    new Remitted(OFFICE, trace)
        .unknown("LOST3", OFFICE.atPayer("99213"), "1", "CO 45 60.00, PR 3 25.00")
        .arrives();
    String exception = waiting(trace);
    match(exception, claim).is(200);
    assertThat(OFFICE.owed(claim)).isEqualTo("-62.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("25.00");

    undo(exception, "Another patient of that name").is(200);

    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("30.00");
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("ADJUDICATED");
    assertThat(OFFICE.waiting(trace))
        .extracting(x -> x.at("/kind").asString())
        .isEqualTo(List.of("UNMATCHED_CLAIM"));
    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("OVERPAYMENT");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void whatThePayerTookBackIsNotUndone() {
    var claim = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();
    new Remitted(OFFICE, trace).unknown("LOST4", claim, "1", PAID).arrives();
    String exception = waiting(trace);
    match(exception, claim).is(200);
    new Remitted(OFFICE, OFFICE.trace())
        .line(claim, "22", PAID)
        .line(OFFICE.atPayer("99213"), "1", PAID)
        .arrives();

    assertThat(undo(exception, "It was another").is(409).at("/detail"))
        .contains("taken this payment back");
  }

  @Test
  void whatFollowsItWaitsForTheRightDecisionAndIsNotUndoneOnceItWasSent() {
    var summit = new SecondPayer(OFFICE, "summit", "Summit Benefits");
    String member = OFFICE.member();
    var patient = OFFICE.inside(() -> OFFICE.registered(member));
    summit.covers(patient.id(), OFFICE.member());
    var claim = OFFICE.bill(OFFICE.charge(patient, "UM1", Office.SERVED, "11", "99213").id());
    OFFICE.deliver(OFFICE.box(List.of(member)));
    String trace = OFFICE.trace();
    new Remitted(OFFICE, trace).unknown("LOST5", claim, "1", PAID).arrives();
    String exception = waiting(trace);
    match(exception, claim).is(200);
    var next = summit.follower(claim);
    assertThat(OFFICE.claim(next).at("/status")).isEqualTo("READY");

    undo(exception, "It was another").is(200);

    assertThat(OFFICE.claim(next).at("/status")).isEqualTo("HELD");
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    match(exception, claim).is(200);
    assertThat(OFFICE.claim(next).at("/status")).isEqualTo("READY");
    summit.sent();
    assertThat(undo(exception, "It was another").is(409).at("/detail"))
        .contains("was sent. Void that one first");
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
  }
}
