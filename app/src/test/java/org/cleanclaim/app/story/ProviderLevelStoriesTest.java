package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// What payers keep, put off or add outside any claim.
class ProviderLevelStoriesTest {
  private static final Office OFFICE = new Office("plv", "1553000187");
  private static final String PAID = "CO 45 58.00, PR 3 30.00";

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

    assertThat(OpenProviderBalances.under(OFFICE, mark).keySet())
        .containsExactly("FB F" + mark, "L3 P" + mark, "WO R " + mark);
    assertThat(
            OpenProviderBalances.under(OFFICE, mark)
                .get("WO R " + mark)
                .at("/claim/controlNumber")
                .asString())
        .isEqualTo(mark);
    assertThat(OFFICE.page("/claims/" + claim.publicId())).contains("R " + mark, "40.00");

    new Remitted(OFFICE, OFFICE.trace())
        .line(OFFICE.atPayer("99213"), "1", PAID)
        .providerLevel("FB", "F" + mark, "40.00")
        .arrives();

    assertThat(OpenProviderBalances.under(OFFICE, mark).keySet())
        .containsExactly("L3 P" + mark, "WO R " + mark);
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
    assertThat(OpenProviderBalances.under(OFFICE, mark).keySet()).containsExactly("WO R " + mark);
    assertThat(OFFICE.page("/remittances/provider-level")).contains("Paid late in March");

    new Remitted(OFFICE, OFFICE.trace())
        .line(OFFICE.atPayer("99213"), "1", PAID)
        .providerLevel("L3", "P" + mark, "2.50")
        .arrives();

    assertThat(
            OpenProviderBalances.under(OFFICE, mark).get("L3 P" + mark).at("/balance").asString())
        .isEqualTo("2.50");
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

  private static Money forwarded() {
    return Money.sum(
        Office.rows(OFFICE.get(Role.BILLER, "/provider-balances")).stream()
            .map(b -> Money.of(b.at("/balance").asString()))
            .toList());
  }
}
