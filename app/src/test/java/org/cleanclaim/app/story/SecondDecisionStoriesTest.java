package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What second payers say of the 30.00 that the first one left, in the ways in which payers tell
/// what was paid and taken off before them.
class SecondDecisionStoriesTest {
  private static final Office OFFICE = new Office("sdc", "1003000936");
  private static final SecondPayer SUMMIT = new SecondPayer(OFFICE, "summit", "Summit Benefits");

  /// A claim to the second payer, which has it.
  private static BilledClaim asked() {
    String member = OFFICE.member();
    String second = OFFICE.member();
    var patient = OFFICE.inside(() -> OFFICE.registered(member));
    SUMMIT.covers(patient.id(), second);
    var visit = OFFICE.charge(patient, "SD" + second, Office.SERVED, "11", "99213");
    var first = OFFICE.bill(visit.id());
    OFFICE.deliver(OFFICE.box(List.of(member)));
    new Remitted(OFFICE, OFFICE.trace()).line(first, "1", "CO 45 58.00, PR 3 30.00").arrives();
    var next = SUMMIT.follower(first);
    SUMMIT.delivered(SUMMIT.box(second));
    return next;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // what it says; what is open with it, left to the patient, and written down by it
        "OA 23 120.00; 0.00; 0.00; 0.00",
        "CO 45 58.00, OA 23 62.00; 0.00; 0.00; 0.00",
        "CO 45 58.00, OA 23 62.00, PR 2 10.00; 0.00; 10.00; 0.00",
        "CO 45 88.00, OA 23 62.00; 0.00; 0.00; 30.00",
        "CO 45 30.00, OA 23 120.00; 0.00; 0.00; 30.00",
        "CO 45 58.00, OA 23 62.00, CO 96 30.00; 30.00; 0.00; 0.00",
        "OA 23 140.00, OA 94 -20.00; 0.00; 0.00; 0.00"
      })
  void isNeverMoreThanWasLeftToIt(String says, String open, String patient, String reduced) {
    var claim = asked();
    Money before = OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT);

    new Remitted(OFFICE, OFFICE.trace()).by(SUMMIT.payer).line(claim, "2", says).arrives();

    assertThat(OFFICE.owed(claim)).isEqualTo(open);
    assertThat(OFFICE.ofPatient(claim)).isEqualTo(patient);
    assertThat(OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT).minus(before))
        .isEqualTo(Money.of(reduced));
    assertThat(Office.rows(OFFICE.get(Role.BILLER, "/billing/credits")))
        .noneMatch(c -> c.at("/claim").asString().equals(claim.controlNumber()));

    new Remitted(OFFICE, OFFICE.trace())
        .by(SUMMIT.payer)
        .line(claim, "22", says)
        .line(claim, "2", says)
        .arrives();

    assertThat(OFFICE.owed(claim)).isEqualTo(open);
    assertThat(OFFICE.ofPatient(claim)).isEqualTo(patient);
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // its first decision, its second; what is open, left to the patient, and written down then
        "CO 45 88.00, OA 23 62.00; CO 45 88.00, OA 23 62.00; 0.00; 0.00; 30.00",
        "CO 45 88.00, OA 23 62.00; CO 45 58.00, OA 23 62.00, PR 2 10.00; 0.00; 10.00; 0.00",
        "CO 45 78.00, OA 23 62.00, PR 2 10.00; CO 45 83.00, OA 23 62.00, PR 2 5.00; 0.00; 5.00;"
            + " 25.00"
      })
  void releasesAllItTookWhenItDecidesAgain(
      String first, String second, String open, String patient, String reduced) {
    var claim = asked();
    Money before = OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT);
    new Remitted(OFFICE, OFFICE.trace()).by(SUMMIT.payer).line(claim, "2", first).arrives();

    new Remitted(OFFICE, OFFICE.trace())
        .by(SUMMIT.payer)
        .line(claim, "2", second)
        .line(asked(), "2", "OA 23 120.00")
        .arrives();

    assertThat(OFFICE.owed(claim)).isEqualTo(open);
    assertThat(OFFICE.ofPatient(claim)).isEqualTo(patient);
    assertThat(OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT).minus(before).minus(Money.of("58")))
        .isEqualTo(Money.of(reduced));

    new Remitted(OFFICE, OFFICE.trace())
        .by(SUMMIT.payer)
        .line(claim, "22", second)
        .line(asked(), "2", "OA 23 120.00")
        .arrives();

    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }
}
