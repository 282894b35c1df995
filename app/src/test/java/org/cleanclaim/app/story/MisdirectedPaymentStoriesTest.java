package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Payments that a payer sends here for somebody else: they go back to it, once.
class MisdirectedPaymentStoriesTest {
  private static final Office OFFICE = new Office("mis", "1453331476");
  private static final String PAID = "CO 45 58.00, PR 3 30.00";

  /// @return the entry in the queue of a payment of 62.00 that is marked as not ours
  private static String disowned(String trace, String number) {
    new Remitted(OFFICE, trace).unknown(number, OFFICE.atPayer("99213"), "1", PAID).arrives();
    return disown(trace);
  }

  private static String disown(String trace) {
    String id = OFFICE.waiting(trace).getFirst().at("/id").asString();
    OFFICE
        .post(
            Role.BILLER,
            "/remittances/exceptions/" + id + "/not-ours",
            "{\"reason\": \"A patient of the practice next door\"}")
        .is(200);
    return id;
  }

  private static ApiAnswer ask(String payment) {
    return OFFICE.post(
        Role.BILLER,
        "/billing/refunds",
        "{\"payment\": \"%s\", \"cause\": \"Not our patient\"}".formatted(payment));
  }

  private static ApiAnswer deed(Role role, ApiAnswer refund, String deed) {
    return OFFICE.post(role, "/billing/refunds/" + refund.at("/id") + "/deeds", deed);
  }

  private static List<JsonNode> credit(String payment) {
    return Office.rows(OFFICE.get(Role.BILLER, "/billing/credits")).stream()
        .filter(c -> c.at("/payment").asString().equals(payment))
        .toList();
  }

  private static JsonNode clock(String trace, String span) {
    return Office.rows(OFFICE.get(Role.BILLER, "/deadlines?span=" + span)).stream()
        .filter(c -> c.at("/subject").asString().startsWith("misdirected payment of " + trace))
        .findFirst()
        .orElseThrow();
  }

  private static String entry(String payment) {
    return OFFICE.page("/remittances/exceptions/" + payment);
  }

  @Test
  void moneyOfAnotherPracticeGoesBackToThePayerThatSentIt() {
    Money cash = OFFICE.balance(Account.UNAPPLIED_CASH);
    Money bank = OFFICE.balance(Account.BANK);
    String trace = OFFICE.trace();
    String payment = disowned(trace, "NEXTDOOR1");
    assertThat(OFFICE.balance(Account.UNAPPLIED_CASH)).isEqualTo(cash.minus(Money.of("62")));
    var owed = credit(payment).getFirst();
    assertThat(owed.at("/payer").asString()).isEqualTo("Harbor Health");
    assertThat(owed.at("/amount").asString()).isEqualTo("62.00");
    assertThat(owed.at("/patient").isNull()).isTrue();
    assertThat(clock(trace, "OPEN").at("/kind").asString()).isEqualTo("OVERPAYMENT");
    assertThat(entry(payment)).contains("Ask for a refund to the payer", "$62.00");

    var refund = ask(payment).is(200);
    assertThat(refund.at("/payer")).isEqualTo("Harbor Health");
    assertThat(refund.at("/amount")).isEqualTo("62.00");
    assertThat(refund.at("/payment/trace")).isEqualTo(trace);
    assertThat(ask(payment).is(409).at("/detail")).contains("Nothing of it is left to return");
    deed(Role.BILLER, refund, "{\"action\": \"approve\"}").is(403);
    deed(Role.MANAGER, refund, "{\"action\": \"approve\"}").is(200);
    assertThat(OFFICE.balance(Account.UNAPPLIED_CASH)).isEqualTo(cash);
    assertThat(OFFICE.balance(Account.BANK)).isEqualTo(bank);
    assertThat(credit(payment)).isEmpty();
    var paid =
        deed(
                Role.BILLER,
                refund,
                "{\"action\": \"pay\", \"method\": \"check\", \"reference\": \"4711\", \"on\":"
                    + " \"%s\"}".formatted(Office.TODAY))
            .is(200);

    assertThat(paid.at("/payReference")).isEqualTo("4711");
    assertThat(OFFICE.balance(Account.BANK)).isEqualTo(bank.minus(Money.of("62")));
    assertThat(OFFICE.isBalanced()).isTrue();
    assertThat(clock(trace, "STOPPED").at("/state").asString()).isEqualTo("MET");
    assertThat(entry(payment)).contains("Refund by check, 4711, on " + Office.TODAY);
    assertThat(OFFICE.page("/billing/refunds?state=ALL"))
        .contains(trace, "check, 4711", "none of ours");
    assertThat(OFFICE.page("/billing/refunds.csv")).contains(trace, "4711");
  }

  @Test
  void whoIsRefusedTheRefundHasThePaymentToMatchAgain() {
    var claim = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();
    new Remitted(OFFICE, trace).unknown("OLDNUMBER", claim, "1", PAID).arrives();
    String payment = disown(trace);
    var refund = ask(payment).is(200);

    deed(
            Role.MANAGER,
            refund,
            "{\"action\": \"refuse\", \"why\": \"It is the claim with the former number\"}")
        .is(200);

    assertThat(OFFICE.waiting(trace)).hasSize(1);
    assertThat(credit(payment)).isEmpty();
    assertThat(clock(trace, "STOPPED").at("/state").asString()).isEqualTo("ENDED");
    OFFICE
        .post(
            Role.BILLER,
            "/remittances/exceptions/" + payment + "/match",
            "{\"claim\": \"%s\"}".formatted(claim.controlNumber()))
        .is(200);
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(ask(payment).is(409).at("/detail")).contains("marked as not ours");
  }

  @Test
  void whatThePayerTookBackByItselfIsNotReturnedASecondTime() {
    String trace = OFFICE.trace();
    String payment = disowned(trace, "NEXTDOOR2");
    var claim = OFFICE.atPayer("99213");
    var other = OFFICE.atPayer("99213");

    new Remitted(OFFICE, OFFICE.trace())
        .unknown("NEXTDOOR2", claim, "22", PAID)
        .line(other, "1", PAID)
        .arrives();

    assertThat(credit(payment)).isEmpty();
    assertThat(ask(payment).is(409).at("/detail")).contains("took it back by itself");
    assertThat(clock(trace, "STOPPED").at("/state").asString()).isEqualTo("ENDED");
  }

  @Test
  void aRefundWhosePaymentThePayerTakesBackBeforeItIsAgreedToIsNotAgreedTo() {
    String payment = disowned(OFFICE.trace(), "NEXTDOOR3");
    var refund = ask(payment).is(200);
    var claim = OFFICE.atPayer("99213");
    var other = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace())
        .unknown("NEXTDOOR3", claim, "22", PAID)
        .line(other, "1", PAID)
        .arrives();

    var answer = deed(Role.MANAGER, refund, "{\"action\": \"approve\"}").is(409);

    assertThat(answer.at("/detail")).contains("The credit is 0.00 by now, not 62.00");
  }
}
