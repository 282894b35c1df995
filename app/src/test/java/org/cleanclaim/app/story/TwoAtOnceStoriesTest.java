package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// Two people do the same at the same moment: it is done once, and the second is told.
class TwoAtOnceStoriesTest {
  private static final Office OFFICE = new Office("two", "1130004884");
  private static final String PAID = "CO 45 58.00, PR 3 30.00";

  private static List<ApiAnswer> together(Supplier<ApiAnswer> one, Supplier<ApiAnswer> other)
      throws Exception {
    var start = new CyclicBarrier(2);
    try (var people = Executors.newFixedThreadPool(2)) {
      var first =
          people.submit(() -> {
            start.await();
            return one.get();
          });
      var second =
          people.submit(() -> {
            start.await();
            return other.get();
          });
      return List.of(first.get(), second.get());
    }
  }

  private static void assertOneIsTold(List<ApiAnswer> answers) {
    assertThat(answers).extracting(ApiAnswer::status).containsExactlyInAnyOrder(200, 409);
    var told = answers.stream().filter(a -> a.status() == 409).findFirst().orElseThrow();
    assertThat(told.at("/detail")).endsWith(".");
  }

  @Test
  void oneExplanationOfBenefitsIsPostedOnce() throws Exception {
    var claim = OFFICE.atPayer("99213");
    Money before = OFFICE.balance(Account.DEPOSIT_IN_TRANSIT);
    String eob =
        """
        {"payerId": "%s", "trace": "%s", "paidOn": "%s", "paid": "62.00", "claims": [{"claim": "%s", "charged": "150.00",
         "paid": "62.00", "services": [{"procedure": "99213", "charged": "150.00", "paid": "62.00", "adjustments":
         [{"group": "CO", "reason": "45", "amount": "58.00"}, {"group": "PR", "reason": "3", "amount": "30.00"}]}]}]}
        """
            .formatted(
                OFFICE.harbor().electronicId().value(),
                OFFICE.trace(),
                Remitted.PAID_ON,
                claim.controlNumber());
    Supplier<ApiAnswer> type = () -> OFFICE.post(Role.BILLER, "/remittances/eob", eob);

    var answers = together(type, type);

    assertThat(answers).extracting(ApiAnswer::status).containsOnly(200);
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.balance(Account.DEPOSIT_IN_TRANSIT).minus(before))
        .isEqualTo(Money.of("62.00"));
  }

  @Test
  void oneExceptionIsMatchedAndItsMatchUndoneOnce() throws Exception {
    var one = OFFICE.atPayer("99213");
    var other = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();
    new Remitted(OFFICE, trace).unknown("LOST9", one, "1", PAID).arrives();
    Money unapplied = OFFICE.balance(Account.UNAPPLIED_CASH);
    String path =
        "/remittances/exceptions/" + OFFICE.waiting(trace).getFirst().at("/id").asString();
    String claim = "{\"claim\": \"%s\"}";

    assertOneIsTold(
        together(
            () -> OFFICE.post(Role.BILLER, path + "/match", claim.formatted(one.controlNumber())),
            () ->
                OFFICE.post(
                    Role.MANAGER, path + "/match", claim.formatted(other.controlNumber()))));
    assertThat(List.of(OFFICE.owed(one), OFFICE.owed(other)))
        .containsExactlyInAnyOrder("0.00", "150.00");

    String why = "{\"reason\": \"It was another\"}";
    assertOneIsTold(
        together(
            () -> OFFICE.post(Role.BILLER, path + "/undo-match", why),
            () -> OFFICE.post(Role.MANAGER, path + "/undo-match", why)));
    assertThat(OFFICE.balance(Account.UNAPPLIED_CASH)).isEqualTo(unapplied);
    assertThat(List.of(OFFICE.owed(one), OFFICE.owed(other))).containsOnly("150.00");
  }

  @Test
  void oneDenialIsGivenUpOnce() throws Exception {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "4", "CO 50 150.00").arrives();
    String path =
        "/denials/" + OFFICE.denials(claim).getFirst().at("/publicId").asString() + "/deeds";
    String close = "{\"action\": \"close\", \"reason\": \"Nothing shows the need\"}";

    assertOneIsTold(
        together(
            () -> OFFICE.post(Role.MANAGER, path, close), () -> OFFICE.postAsOther(path, close)));

    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void oneCreditGoesBackOnce() throws Exception {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", PAID).arrives();
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", "CO 45 60.00, PR 3 25.00").arrives();
    assertThat(OFFICE.owed(claim)).isEqualTo("-62.00");
    String refund =
        "{\"claim\": \"%s\", \"amount\": \"62.00\", \"cause\": \"Paid twice\"}"
            .formatted(claim.controlNumber());

    assertOneIsTold(
        together(
            () -> OFFICE.post(Role.BILLER, "/billing/refunds", refund),
            () -> OFFICE.post(Role.MANAGER, "/billing/refunds", refund)));
  }

  @Test
  void oneDayIsClosedOnce() throws Exception {
    String day =
        "{\"kind\": \"DAY\", \"through\": \"%s\", \"note\": \"Evening\"}"
            .formatted(Office.TODAY.minusDays(60));

    assertOneIsTold(
        together(
            () -> OFFICE.post(Role.MANAGER, "/ledger/closings", day),
            () -> OFFICE.postAsOther("/ledger/closings", day)));
  }
}
