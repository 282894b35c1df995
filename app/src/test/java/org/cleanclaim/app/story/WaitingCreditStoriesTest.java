package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.practice.ApiAnswer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What patients have paid while insurance is not done with their visits: it stays unless somebody
/// with the right says why it goes back all the same.
class WaitingCreditStoriesTest {
  private static final Office OFFICE = new Office("wcr", "1072386257");
  private static final String DENIED = "CO 50 150.00";
  private static final String PAID = "CO 45 58.00, PR 3 30.00";

  private static void pays(BilledClaim claim, String amount) {
    OFFICE
        .post(
            Role.FRONT_DESK,
            "/billing/payments",
            """
            {"patient": "%s", "receipt": "W-%s", "method": "check", "purpose": "STATEMENT", "amount": "%s"}
            """
                .formatted(OFFICE.patient(claim), claim.controlNumber(), amount))
        .is(200);
  }

  private static JsonNode credit(BilledClaim claim) {
    return Office.rows(OFFICE.get(Role.BILLER, "/billing/credits")).stream()
        .filter(c -> c.at("/patient").asString().equals(OFFICE.patient(claim)))
        .findFirst()
        .orElseThrow();
  }

  private static ApiAnswer ask(BilledClaim claim, String more) {
    return OFFICE.post(
        Role.BILLER,
        "/billing/refunds",
        "{\"patient\": \"%s\", \"amount\": \"40\", \"cause\": \"Asked for it\"%s}"
            .formatted(OFFICE.patient(claim), more));
  }

  private static ApiAnswer approve(ApiAnswer refund, String more) {
    return OFFICE.post(
        Role.MANAGER,
        "/billing/refunds/" + refund.at("/id") + "/deeds",
        "{\"action\": \"approve\"%s}".formatted(more));
  }

  @Test
  void aCreditBesideAnOpenDenialWaitsForItUntilThePayerHasPaid() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "4", DENIED).arrives();
    pays(claim, "40");

    var waits = credit(claim).at("/waitsFor");
    assertThat(waits.at("/what").asString())
        .isEqualTo("the denial of claim " + claim.controlNumber());
    String denial = waits.at("/page").asString();
    assertThat(denial).startsWith("/denials/");
    assertThat(OFFICE.page(denial)).contains(claim.controlNumber());
    assertThat(OFFICE.page("/billing/refunds"))
        .contains("<a href=\"" + denial + "\">waits for the denial of claim");
    assertThat(OFFICE.page("/billing/accounts/" + OFFICE.patient(claim)))
        .contains("Wait for the denial of claim " + claim.controlNumber(), "name=\"despite\"");
    assertThat(ask(claim, "").is(409).at("/detail"))
        .contains("waits for the denial of claim " + claim.controlNumber());

    new Remitted(OFFICE, OFFICE.trace())
        .line(claim, "22", DENIED)
        .line(claim, "1", "CO 45 58.00")
        .arrives();
    assertThat(credit(claim).at("/waitsFor").isNull()).isTrue();
    approve(ask(claim, "").is(200), "").is(200);
  }

  @Test
  void whatGoesBackAllTheSameHasAReasonOfEachWhoDecidedIt() {
    var claim = OFFICE.atPayer("99213");
    pays(claim, "40");
    assertThat(credit(claim).at("/waitsFor/what").asString())
        .isEqualTo("the decision on claim " + claim.controlNumber());

    var refund = ask(claim, ", \"despite\": \"The card was charged for somebody else\"").is(200);

    assertThat(refund.at("/despite")).isEqualTo("The card was charged for somebody else");
    assertThat(approve(refund, "").is(409).at("/detail")).contains("the decision on claim");
    assertThat(approve(refund, ", \"why\": \"Seen on the slip\"").is(200).at("/status"))
        .isEqualTo("APPROVED");
    assertThat(OFFICE.page("/billing/refunds"))
        .contains("although the credit waits: The card was charged for somebody else");
  }

  @Test
  void aCreditThatComesToWaitAfterItWasAskedForNeedsTheReasonOfWhoAgrees() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", PAID).arrives();
    pays(claim, "70");
    var refund = ask(claim, "").is(200);
    OFFICE.billedAgain(claim, "99213");

    assertThat(approve(refund, "").is(409).at("/detail")).contains("the decision on claim");
  }
}
