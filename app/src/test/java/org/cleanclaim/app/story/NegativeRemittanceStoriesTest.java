package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Remittances in which the payer wants money.
class NegativeRemittanceStoriesTest {
  private static final Office OFFICE = new Office("ngr", "1553000286");
  private static final String PAID = "CO 45 58.00, PR 3 30.00";

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
    assertThat(
            OpenProviderBalances.under(OFFICE, trace).get("FB " + trace).at("/balance").asString())
        .isEqualTo("-62.00");
    new Remitted(OFFICE, OFFICE.trace())
        .line(OFFICE.atPayer("99213"), "1", PAID)
        .line(OFFICE.atPayer("99213"), "1", PAID)
        .providerLevel("FB", trace, "62.00")
        .arrives();
    assertThat(OpenProviderBalances.under(OFFICE, trace)).isEmpty();
    assertThat(OFFICE.isBalanced()).isTrue();
  }
}
