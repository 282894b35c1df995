package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimCorrections;
import org.junit.jupiter.api.Test;

/// What payers say of a claim that was voided: they take the payment back under its number or under
/// the void's, once.
class VoidedClaimStoriesTest {
  private static final Office OFFICE = new Office("vdc", "1130003902");
  private static final String PAID = "CO 45 58.00, PR 3 30.00";

  /// A claim that was paid, and the void of it that went to the payer.
  private record Voided(BilledClaim claim, BilledClaim by) {}

  private static Voided voided() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", PAID).arrives();
    OFFICE
        .post(
            Role.BILLER,
            "/claims/" + claim.publicId() + "/corrections",
            "{\"how\": \"VOID\", \"reason\": \"Another patient was seen\"}")
        .is(200);
    OFFICE.submitted();
    var by =
        OFFICE.inside(() -> OFFICE.server.bean(ClaimCorrections.class).chain(claim.id()).getLast());
    return new Voided(claim, by);
  }

  private static String takenBack(BilledClaim under) {
    String trace = OFFICE.trace();
    new Remitted(OFFICE, trace)
        .line(under, "22", PAID)
        .line(OFFICE.atPayer("20610"), "1", "CO 45 10.00")
        .arrives();
    return trace;
  }

  @Test
  void thePaymentIsTakenBackUnderTheNumberOfTheVoid() {
    var voided = voided();

    String trace = takenBack(voided.by());

    assertThat(OFFICE.waiting(trace)).isEmpty();
    assertThat(OFFICE.claim(voided.claim()).at("/status")).isEqualTo("VOIDED");
    assertThat(OFFICE.owed(voided.claim())).isEqualTo("0.00");
    assertThat(OFFICE.owed(voided.by())).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(voided.claim())).isEqualTo("0.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void thePaymentIsTakenBackUnderTheNumberOfTheClaim() {
    var voided = voided();

    String trace = takenBack(voided.claim());

    assertThat(OFFICE.waiting(trace)).isEmpty();
    assertThat(OFFICE.ofPatient(voided.claim())).isEqualTo("0.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void whatIsTakenBackTwiceWaitsForAPerson() {
    var voided = voided();
    takenBack(voided.by());

    String again = takenBack(voided.claim());

    assertThat(OFFICE.waiting(again))
        .extracting(x -> x.at("/kind").asString())
        .containsExactly("REVERSAL_WITHOUT_PAYMENT");
  }

  @Test
  void whatIsPaidOnAVoidClaimIsACreditAndNobodysShare() {
    var voided = voided();
    takenBack(voided.by());
    String again = OFFICE.trace();

    new Remitted(OFFICE, again)
        .line(voided.claim(), "1", PAID)
        .line(OFFICE.atPayer("20610"), "1", "CO 45 10.00")
        .arrives();

    assertThat(OFFICE.owed(voided.claim())).isEqualTo("-62.00");
    assertThat(OFFICE.ofPatient(voided.claim())).isEqualTo("0.00");
    assertThat(OFFICE.waiting(again))
        .extracting(x -> x.at("/kind").asString())
        .containsExactly("CREDIT_LEFT");

    takenBack(voided.claim());

    assertThat(OFFICE.owed(voided.claim())).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(voided.claim())).isEqualTo("0.00");
    assertThat(OFFICE.waiting(again)).isEmpty();
    assertThat(OFFICE.isBalanced()).isTrue();
  }
}
