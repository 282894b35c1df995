package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What payers send with their money, and what must not be posted.
class RemittanceStoriesTest {
  private static final Office OFFICE = new Office("rem", "1003000134");
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
  void aForwardingBalanceIsNoClaimsMoneyAndStandsOnTheProvidersAccount() {
    var claim = OFFICE.atPayer("99213");
    Money before = forwarded();

    new Remitted(OFFICE, OFFICE.trace())
        .line(claim, "1", PAID)
        .providerLevel("FB", "NEXT", "25.00")
        .arrives();

    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(forwarded().minus(before)).isEqualTo(Money.of("25.00"));
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void whatStandsAtProviderLevelIsKeptByReasonAndReferenceAndShownOnItsClaim() {
    var claim = OFFICE.atPayer("99213");
    String mark = claim.controlNumber();
    new Remitted(OFFICE, OFFICE.trace())
        .line(claim, "1", PAID)
        .providerLevel("WO", "R " + mark, "40.00")
        .providerLevel("FB", "F" + mark, "-40.00")
        .providerLevel("L3", "P" + mark, "7.50")
        .arrives();

    assertThat(openUnder(mark).keySet())
        .containsExactly("FB F" + mark, "L3 P" + mark, "WO R " + mark);
    assertThat(openUnder(mark).get("WO R " + mark).at("/claim/controlNumber").asString())
        .isEqualTo(mark);
    assertThat(OFFICE.page("/claims/" + claim.publicId())).contains("R " + mark, "40.00");

    new Remitted(OFFICE, OFFICE.trace())
        .line(OFFICE.atPayer("99213"), "1", PAID)
        .providerLevel("FB", "F" + mark, "40.00")
        .arrives();

    assertThat(openUnder(mark).keySet()).containsExactly("L3 P" + mark, "WO R " + mark);
    String penalty =
        """
        {"payer": "%s", "reason": "L3", "reference": "P%s", "why": "%s"}
        """;
    String payer = OFFICE.harbor().electronicId().value();
    OFFICE
        .post(Role.BILLER, "/provider-balances/settle", penalty.formatted(payer, mark, " "))
        .is(409);
    String late = penalty.formatted(payer, mark, "Paid late in March");
    OFFICE.post(Role.BILLER, "/provider-balances/settle", late).is(200);
    OFFICE.post(Role.BILLER, "/provider-balances/settle", late).is(409);
    assertThat(openUnder(mark).keySet()).containsExactly("WO R " + mark);
    assertThat(OFFICE.page("/remittances/provider-level")).contains("Paid late in March");

    new Remitted(OFFICE, OFFICE.trace())
        .line(OFFICE.atPayer("99213"), "1", PAID)
        .providerLevel("L3", "P" + mark, "2.50")
        .arrives();

    assertThat(openUnder(mark).get("L3 P" + mark).at("/balance").asString()).isEqualTo("2.50");
  }

  private static SortedMap<String, JsonNode> openUnder(String mark) {
    var open = new TreeMap<String, JsonNode>();
    for (var balance : Office.rows(OFFICE.get(Role.BILLER, "/provider-balances"))) {
      String reference = balance.at("/reference").asString();
      if (reference.contains(mark))
        open.put(balance.at("/reason").asString() + " " + reference, balance);
    }
    return open;
  }

  private static Money forwarded() {
    return Money.sum(
        Office.rows(OFFICE.get(Role.BILLER, "/provider-balances")).stream()
            .map(b -> Money.of(b.at("/balance").asString()))
            .toList());
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
    assertThat(OFFICE.next(claim)).isEqualTo("Wait for the remittance");
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
  void aNegativePaymentWaitsForAPersonWhoSaysWhy() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", PAID).arrives();
    String trace = OFFICE.trace();

    new Remitted(OFFICE, trace).line(claim, "22", PAID).arrives();
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    var waiting = OFFICE.waiting(trace);
    assertThat(waiting).hasSize(1);
    assertThat(waiting.getFirst().at("/kind").asString()).isEqualTo("NEGATIVE_PAYMENT");

    OFFICE
        .post(
            Role.BILLER,
            "/remittances/exceptions/" + waiting.getFirst().at("/id").asString() + "/release",
            "{\"reason\": \"The bank shows the withdrawal\"}")
        .is(200);
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    assertThat(OFFICE.waiting(trace)).isEmpty();
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  /// A claim whose payment was taken back by a remittance of its own, which was posted.
  private static String negative() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", PAID).arrives();
    String trace = OFFICE.trace();
    new Remitted(OFFICE, trace).line(claim, "22", PAID).arrives();
    OFFICE
        .post(
            Role.BILLER,
            "/remittances/exceptions/%s/release"
                .formatted(OFFICE.waiting(trace).getFirst().at("/id").asString()),
            "{\"reason\": \"The payer told so\"}")
        .is(200);
    return trace;
  }

  private static List<JsonNode> withoutDeposit(String trace) {
    return Office.rows(OFFICE.get(Role.BILLER, "/remittances/without-deposit")).stream()
        .filter(m -> m.at("/trace").asString().equals(trace))
        .toList();
  }

  @Test
  void aNegativeRemittanceMeetsTheDebitOfTheBank() {
    String trace = negative();
    assertThat(withoutDeposit(trace)).hasSize(1);
    Money bank = OFFICE.balance(Account.BANK);

    OFFICE
        .takeStatement(
            "date,amount,trace,description\n%s,-62.00,%s,PAYER DEBIT\n%s,-900.00,,RENT\n"
                .formatted(Remitted.PAID_ON, trace, Remitted.PAID_ON))
        .is(200);

    assertThat(withoutDeposit(trace)).isEmpty();
    assertThat(OFFICE.balance(Account.BANK).minus(bank)).isEqualTo(Money.of("-62"));
    assertThat(OFFICE.get(Role.BILLER, "/deposits/without-remittance").text())
        .doesNotContain("RENT");
  }

  @Test
  void aNegativeRemittanceThatThePayerTakesLaterWaitsForNoDebit() {
    String trace = negative();
    String later =
        "/remittances/%s/taken-later"
            .formatted(withoutDeposit(trace).getFirst().at("/remittanceId").asString());

    OFFICE.post(Role.BILLER, later, "{\"reason\": \"Told by telephone\"}").is(200);

    OFFICE.post(Role.BILLER, later, "{\"reason\": \"Told by telephone\"}").is(409);
    assertThat(withoutDeposit(trace)).isEmpty();
    assertThat(openUnder(trace).get("FB " + trace).at("/balance").asString()).isEqualTo("-62.00");
    new Remitted(OFFICE, OFFICE.trace())
        .line(OFFICE.atPayer("99213"), "1", PAID)
        .line(OFFICE.atPayer("99213"), "1", PAID)
        .providerLevel("FB", trace, "62.00")
        .arrives();
    assertThat(openUnder(trace)).isEmpty();
    assertThat(OFFICE.isBalanced()).isTrue();
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
  void theBanksDepositMeetsItsRemittanceByTheTrace() {
    var claim = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();
    new Remitted(OFFICE, trace).line(claim, "1", PAID).arrives();
    assertThat(OFFICE.get(Role.BILLER, "/remittances/without-deposit").is(200).text())
        .contains(trace);
    Money inTransit = OFFICE.balance(Account.DEPOSIT_IN_TRANSIT);

    var taken =
        OFFICE
            .takeStatement(
                "Date,Amount,Reference\n%s,62.00,%s\n".formatted(Remitted.PAID_ON, trace))
            .is(200);

    assertThat(taken.json().at("/matched").asInt()).isEqualTo(1);
    assertThat(OFFICE.get(Role.BILLER, "/remittances/without-deposit").text())
        .doesNotContain(trace);
    assertThat(inTransit.minus(OFFICE.balance(Account.DEPOSIT_IN_TRANSIT)))
        .isEqualTo(Money.of("62.00"));
    var again =
        OFFICE
            .takeStatement(
                "Date,Amount,Reference\n%s,62.00,%s\n".formatted(Remitted.PAID_ON, trace))
            .is(200);
    assertThat(again.json().at("/added").asInt()).isZero();
  }

  @Test
  void aDepositOfAnotherAmountIsNotForcedUponARemittance() {
    var claim = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();
    new Remitted(OFFICE, trace).line(claim, "1", PAID).arrives();

    var taken =
        OFFICE
            .takeStatement(
                "Date,Amount,Reference\n%s,61.99,%s\n".formatted(Remitted.PAID_ON, trace))
            .is(200);

    assertThat(taken.json().at("/matched").asInt()).isZero();
    assertThat(OFFICE.get(Role.BILLER, "/deposits/without-remittance").is(200).text())
        .contains(trace);
    assertThat(OFFICE.get(Role.BILLER, "/remittances/without-deposit").text()).contains(trace);
  }

  @Test
  void aDepositThatIsNoPayersIsPutAsideAndTakenUpAgainWhenItWasOne() {
    var claim = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();
    OFFICE
        .takeStatement("Date,Amount,Reference\n%s,62.00,%s\n".formatted(Remitted.PAID_ON, trace))
        .is(200);
    String deposit =
        Office.rows(OFFICE.get(Role.BILLER, "/deposits/without-remittance")).stream()
            .filter(d -> d.at("/trace").asString().equals(trace))
            .findFirst()
            .orElseThrow()
            .at("/id")
            .asString();
    String path = "/deposits/" + deposit;

    OFFICE.post(Role.BILLER, path + "/put-aside", "{}").is(400);
    OFFICE.post(Role.FRONT_DESK, path + "/put-aside", "{\"reason\": \"Cards\"}").is(403);
    OFFICE.post(Role.BILLER, path + "/put-aside", "{\"reason\": \"Cards\"}").is(200);
    OFFICE.post(Role.BILLER, path + "/put-aside", "{\"reason\": \"Cards\"}").is(409);
    assertThat(OFFICE.get(Role.BILLER, "/deposits/without-remittance").text())
        .doesNotContain(trace);
    assertThat(OFFICE.get(Role.BILLER, "/deposits/put-aside").text()).contains(deposit, "Cards");
    new Remitted(OFFICE, trace).line(claim, "1", PAID).arrives();
    assertThat(OFFICE.get(Role.BILLER, "/remittances/without-deposit").text()).contains(trace);

    OFFICE.post(Role.BILLER, path + "/take-up", "{}").is(200);
    assertThat(OFFICE.get(Role.BILLER, "/remittances/without-deposit").text())
        .doesNotContain(trace);
    OFFICE.post(Role.BILLER, path + "/take-up", "{}").is(409);
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

  @Test
  void providerLevelAdjustmentsAloneArePostedWithoutAnyClaim() {
    Money before = OFFICE.balance(Account.DEPOSIT_IN_TRANSIT);
    Money interest = OFFICE.balance(Account.INTEREST);

    new Remitted(OFFICE, OFFICE.trace()).providerLevel("L6", "LATE", "-12.34").arrives();

    assertThat(OFFICE.balance(Account.DEPOSIT_IN_TRANSIT).minus(before))
        .isEqualTo(Money.of("12.34"));
    assertThat(OFFICE.balance(Account.INTEREST).minus(interest)).isEqualTo(Money.of("-12.34"));
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aDepositOfSeveralChecksMeetsAllOfThemOrNone() {
    var traces = java.util.List.of(OFFICE.trace(), OFFICE.trace(), OFFICE.trace());
    for (String trace : traces) {
      new Remitted(OFFICE, trace).line(OFFICE.atPayer("99213"), "1", PAID).arrives();
    }
    Money inTransit = OFFICE.balance(Account.DEPOSIT_IN_TRANSIT);
    String lockbox = "Lockbox " + traces.getFirst().length() + traces.hashCode();
    OFFICE
        .takeStatement(
            "Date,Amount,Description\n%s,186.00,%s\n".formatted(Remitted.PAID_ON, lockbox))
        .is(200);
    String deposit = row("/deposits/without-remittance", lockbox).at("/id").asString();
    String match = "/deposits/" + deposit + "/match";

    var refusal = OFFICE.post(Role.BILLER, match, remittances(traces.subList(0, 2))).is(409);
    assertThat(refusal.at("/detail")).contains("$186.00", "$124.00", "$62.00 differ");
    OFFICE.post(Role.BILLER, match, remittances(traces)).is(200);

    assertThat(OFFICE.get(Role.BILLER, "/deposits/without-remittance").text())
        .doesNotContain(lockbox);
    assertThat(OFFICE.get(Role.BILLER, "/remittances/without-deposit").text())
        .doesNotContain(traces);
    assertThat(inTransit.minus(OFFICE.balance(Account.DEPOSIT_IN_TRANSIT)))
        .isEqualTo(Money.of("186.00"));
    OFFICE
        .post(Role.BILLER, "/deposits/" + deposit + "/put-aside", "{\"reason\": \"Cards\"}")
        .is(409);
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  private static String remittances(java.util.List<String> traces) {
    return traces.stream()
        .map(t -> row("/remittances/without-deposit", t).at("/remittanceId").asString())
        .collect(java.util.stream.Collectors.joining("\", \"", "{\"remittances\": [\"", "\"]}"));
  }

  private static tools.jackson.databind.JsonNode row(String path, String words) {
    return Office.rows(OFFICE.get(Role.BILLER, path)).stream()
        .filter(r -> r.toString().contains(words))
        .findFirst()
        .orElseThrow();
  }
}
