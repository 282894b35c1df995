package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimCorrections;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.payerrule.PastClaims;
import org.cleanclaim.edits.payerrule.PastClaim;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A payer that covers visits by a sum per member and month: the claim of one is a report, and its
/// zero payment no denial.
class CapitationStoriesTest {
  private static final Office OFFICE = new Office("cap", "1003009127");

  @BeforeAll
  static void contract() {
    contract(OFFICE, "20610");
  }

  private static void contract(Office office, String procedure) {
    office
        .post(
            Role.MANAGER,
            "/payers/harbor/contracts",
            """
            {"text": "contract: Harbor by the month\\nfrom: 2020-01-01\\nterms:\\n  - name: visits by the month\\n    codes: [99202-99215]\\n    pays: {capitated: true}\\n  - name: procedures\\n    codes: [%s]\\n    pays: {fees: {%s: 70.00}}\\n"}
            """
                .formatted(procedure, procedure))
        .is(200);
  }

  private static void decided(BilledClaim claim, String... reasons) {
    new Remitted(OFFICE, OFFICE.trace()).lines(claim, "1", List.of(reasons)).arrives();
  }

  private static List<String> underpayments(BilledClaim claim) {
    return Office.rows(OFFICE.get(Role.BILLER, "/underpayments?state=all")).stream()
        .map(u -> u.at("/controlNumber").asString())
        .filter(claim.controlNumber()::equals)
        .toList();
  }

  @Test
  void whatTheMonthlyPaymentCoversIsWrittenDownAndNoDenial() {
    var claim = OFFICE.atPayer("99213", "20610");
    Money before = OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT);

    decided(claim, "CO 24 150.00", "CO 45 50.00, PR 2 14.00");

    assertThat(OFFICE.denials(claim)).isEmpty();
    assertThat(underpayments(claim)).isEmpty();
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("14.00");
    assertThat(OFFICE.next(claim)).isEqualTo("Nothing: the payer's part is settled");
    assertThat(OFFICE.claim(claim).text()).contains("its monthly payment covers 150.00");
    assertThat(OFFICE.page("/claims/" + claim.publicId()))
        .contains("Capitated", "visits by the month");
    assertThat(OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT).minus(before))
        .isEqualTo(Money.of("200.00"));
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aCopayBesideTheMonthlyPaymentIsThePatients() {
    var claim = OFFICE.atPayer("99213");

    decided(claim, "CO 24 120.00, PR 3 30.00");

    assertThat(OFFICE.denials(claim)).isEmpty();
    assertThat(underpayments(claim)).isEmpty();
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("30.00");
  }

  @Test
  void whatIsOutsideTheTermOpensItsCase() {
    var claim = OFFICE.atPayer("99213", "20610");

    decided(claim, "CO 24 150.00", "CO 24 120.00");

    assertThat(OFFICE.denials(claim))
        .singleElement()
        .satisfies(d -> {
          assertThat(d.at("/line").asInt()).isEqualTo(2);
          assertThat(d.at("/reasonCode").asString()).isEqualTo("CO-24");
        });
    assertThat(OFFICE.owed(claim)).isEqualTo("120.00");
  }

  @Test
  void whatIsTakenBackAndDecidedAgainIsWrittenDownOnce() {
    var claim = OFFICE.atPayer("99213");
    Money before = OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT);
    decided(claim, "CO 24 150.00");

    new Remitted(OFFICE, OFFICE.trace())
        .lines(claim, "22", List.of("CO 24 150.00"))
        .lines(claim, "1", List.of("CO 24 150.00"))
        .arrives();
    decided(claim, "CO 24 150.00");

    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT).minus(before))
        .isEqualTo(Money.of("150.00"));
    assertThat(OFFICE.denials(claim)).isEmpty();
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aReversalInTheSameRemittanceTakesBackWhatWasWrittenDown() {
    var claim = OFFICE.atPayer("99213");
    Money before = OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT);

    new Remitted(OFFICE, OFFICE.trace())
        .lines(claim, "1", List.of("CO 24 150.00"))
        .lines(claim, "22", List.of("CO 24 150.00"))
        .lines(claim, "1", List.of("CO 45 58.00"))
        .arrives();

    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT).minus(before))
        .isEqualTo(Money.of("58.00"));
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aReplacementThatTheMonthlyPaymentCoversAsAWholeIsDecided() {
    var claim = OFFICE.atPayer("99213");
    decided(claim, "CO 45 88.00");
    OFFICE.postCorrection(claim, "REPLACEMENT").is(200);
    OFFICE.submitted();
    var by =
        OFFICE.inside(() -> OFFICE.server.bean(ClaimCorrections.class).chain(claim.id()).getLast());
    Money before = OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT);

    new Remitted(OFFICE, OFFICE.trace()).whole(by, "1", "CO 24 150.00").arrives();

    assertThat(OFFICE.owed(claim)).isEqualTo("-62.00");
    assertThat(OFFICE.owed(by)).isEqualTo("0.00");
    assertThat(OFFICE.balance(Account.CONTRACTUAL_ADJUSTMENT).minus(before))
        .isEqualTo(Money.of("62.00"));
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aRefusalThatIsDecidedAnewAsPaidByTheMonthIsClosed() {
    var claim = OFFICE.atPayer("99213");
    decided(claim, "CO 16 150.00");

    decided(claim, "CO 24 150.00");

    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    closedByTheMonth(claim);
    assertThat(OFFICE.next(claim)).isEqualTo("Nothing: the payer's part is settled");
  }

  @Test
  void aRefusalWhoseCorrectionIsPaidByTheMonthIsNotLost() {
    var claim = OFFICE.atPayer("99213");
    decided(claim, "CO 16 150.00");
    OFFICE
        .post(
            Role.BILLER,
            "/denials/" + OFFICE.denials(claim).getFirst().at("/publicId").asString() + "/deeds",
            "{\"action\": \"correct\", \"reason\": \"The units were wrong\"}")
        .is(200);
    OFFICE.submitted();
    var by =
        OFFICE.inside(() -> OFFICE.server.bean(ClaimCorrections.class).chain(claim.id()).getLast());

    decided(by, "CO 24 150.00");

    assertThat(OFFICE.owed(by)).isEqualTo("0.00");
    closedByTheMonth(claim);
  }

  private static void closedByTheMonth(BilledClaim claim) {
    assertThat(OFFICE.denials(claim))
        .singleElement()
        .satisfies(d -> assertThat(d.at("/status").asString()).isEqualTo("CLOSED"));
    String id = OFFICE.denials(claim).getFirst().at("/publicId").asString();
    assertThat(OFFICE.page("/denials/" + id)).contains("monthly payment covers it (CO-24)");
  }

  @Test
  void severalClaimsOfOneRemittanceAreReadEachByItsOwnLines() {
    var visit = OFFICE.atPayer("99213");
    var both = OFFICE.atPayer("99213", "20610");
    var outside = OFFICE.atPayer("20610");

    new Remitted(OFFICE, OFFICE.trace())
        .lines(visit, "1", List.of("CO 24 150.00"))
        .lines(both, "1", List.of("CO 24 150.00", "CO 24 120.00"))
        .lines(outside, "1", List.of("CO 24 120.00"))
        .arrives();

    assertThat(OFFICE.owed(visit)).isEqualTo("0.00");
    assertThat(OFFICE.owed(both)).isEqualTo("120.00");
    assertThat(OFFICE.owed(outside)).isEqualTo("120.00");
  }

  @Test
  void aReplayOfPayerRulesReadsNoDenialInIt() {
    var claim = OFFICE.atPayer("99213", "20610");
    decided(claim, "CO 24 150.00", "CO 24 120.00");
    var past = new ArrayList<PastClaim>();

    OFFICE.inside(() -> {
      OFFICE.server.bean(PastClaims.class).each(past::add);
      return true;
    });

    assertThat(past)
        .filteredOn(p -> p.claim().controlNumber().value().equals(claim.controlNumber()))
        .singleElement()
        .satisfies(p ->
            assertThat(p.outcomes())
                .extracting(PastClaim.LineOutcome::decision)
                .containsExactly(PastClaim.Decision.PAID, PastClaim.Decision.DENIED));
  }

  @Test
  void whatWasDecidedBeforeTheContractSaidSoStaysAsItWasPosted() {
    var office = new Office("cpl", "1003009135");
    var claim = office.atPayer("99213");
    new Remitted(office, office.trace()).line(claim, "1", "CO 24 150.00").arrives();
    assertThat(office.denials(claim)).hasSize(1);

    contract(office, "20610");
    new Remitted(office, office.trace()).line(claim, "1", "CO 24 150.00").arrives();

    assertThat(office.owed(claim)).isEqualTo("150.00");
    assertThat(office.isBalanced()).isTrue();
  }
}
