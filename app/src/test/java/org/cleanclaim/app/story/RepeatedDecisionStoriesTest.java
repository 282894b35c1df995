package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// Payers that decide on a claim again without taking their first decision back: what they pay is
/// too much, but nothing is reduced twice and no patient owes twice.
class RepeatedDecisionStoriesTest {
  private static final Office OFFICE = new Office("rpd", "1553001052");
  private static final String FIRST = "CO 45 58.00, PR 3 30.00";
  private static final String SECOND = "CO 45 60.00, PR 3 25.00";

  private static BilledClaim decided(String... decisions) {
    var claim = OFFICE.atPayer("99213");
    for (String decision : decisions) arrives(claim, "1", decision);
    return claim;
  }

  private static void arrives(BilledClaim claim, String status, String decision) {
    var remitted = new Remitted(OFFICE, OFFICE.trace()).line(claim, status, decision);
    if (status.equals("22")) {
      Money paid = Money.of(decision.equals(FIRST) ? "62" : "65");
      remitted =
          remitted.providerLevel("FB", "HH" + claim.controlNumber(), paid.negated().toString());
    }
    remitted.arrives();
  }

  private static String credit(BilledClaim claim) {
    return Office.rows(OFFICE.get(Role.BILLER, "/billing/credits")).stream()
        .filter(c -> c.at("/claim").asString().equals(claim.controlNumber()))
        .map(c -> c.at("/refundable").asString())
        .findFirst()
        .orElse("none");
  }

  @Test
  void aSecondDecisionPaysTooMuchButReducesAndBillsOnce() {
    Money reduced = OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT);

    var claim = decided(FIRST, SECOND);

    assertThat(OFFICE.owed(claim)).isEqualTo("-62.00");
    assertThat(credit(claim)).isEqualTo("62.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("25.00");
    assertThat(OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT).minus(reduced))
        .isEqualTo(Money.of("60"));
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void whicheverOfThemIsTakenBackTheOtherStands() {
    var second = decided(FIRST, SECOND);
    arrives(second, "22", FIRST);
    assertThat(OFFICE.owed(second)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(second)).isEqualTo("25.00");

    var first = decided(FIRST, SECOND);
    arrives(first, "22", SECOND);
    assertThat(OFFICE.owed(first)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(first)).isEqualTo("30.00");
    assertThat(credit(first)).isEqualTo("none");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void theDenialOfADuplicateLeavesTheDecisionAsItIs() {
    var claim = decided(FIRST);

    new Remitted(OFFICE, OFFICE.trace())
        .line(claim, "4", "CO 18 150.00")
        .line(OFFICE.atPayer("99213"), "1", FIRST)
        .arrives();

    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("30.00");
  }

  @Test
  void aReversalWithItsCorrectionIsPostedAsThePayerSaysIt() {
    var claim = decided(FIRST);

    new Remitted(OFFICE, OFFICE.trace())
        .line(claim, "22", FIRST)
        .line(claim, "1", SECOND)
        .arrives();

    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("25.00");
  }
}
