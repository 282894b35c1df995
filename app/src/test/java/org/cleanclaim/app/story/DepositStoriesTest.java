package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The money of remittances as the bank tells of it.
class DepositStoriesTest {
  private static final Office OFFICE = new Office("dep", "1553000385");
  private static final String PAID = "CO 45 58.00, PR 3 30.00";

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

  private static String remittances(List<String> traces) {
    return traces.stream()
        .map(t -> row("/remittances/without-deposit", t).at("/remittanceId").asString())
        .collect(java.util.stream.Collectors.joining("\", \"", "{\"remittances\": [\"", "\"]}"));
  }

  private static JsonNode row(String path, String words) {
    return Office.rows(OFFICE.get(Role.BILLER, path)).stream()
        .filter(r -> r.toString().contains(words))
        .findFirst()
        .orElseThrow();
  }
}
