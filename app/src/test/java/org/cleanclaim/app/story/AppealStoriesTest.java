package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.practice.ApiAnswer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Appeals over two levels, and the remittances that come of them.
class AppealStoriesTest {
  private static final Office OFFICE = new Office("apl", "1003000241");

  @BeforeAll
  static void twoLevelsAreInTheContract() {
    OFFICE
        .put(
            Role.MANAGER,
            "/payers/harbor/terms",
            """
            {"source": "Contract, section 9", "levels": [
              {"title": "First appeal", "days": 180, "decisionDays": 30},
              {"title": "Second appeal", "days": 60, "decisionDays": 45}]}
            """)
        .is(200);
  }

  private static BilledClaim refused() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "4", "CO 50 150.00").arrives();
    return claim;
  }

  private static JsonNode only(BilledClaim claim) {
    var cases = OFFICE.denials(claim);
    assertThat(cases).hasSize(1);
    return cases.getFirst();
  }

  private static ApiAnswer deed(BilledClaim claim, String body) {
    String denial = OFFICE.denials(claim).getFirst().at("/publicId").asString();
    return OFFICE.post(Role.BILLER, "/denials/" + denial + "/deeds", body);
  }

  private static void sent(BilledClaim claim) {
    deed(
            claim,
            """
            {"action": "evidence", "kind": "MEDICAL_RECORD", "reason": "Note of the visit"}
            """)
        .is(200);
    deed(claim, "{\"action\": \"write-appeal\"}").is(200);
    deed(
            claim,
            "{\"action\": \"send-appeal\", \"on\": \"%s\", \"way\": \"fax\"}"
                .formatted(Office.TODAY))
        .is(200);
  }

  private static void decided(BilledClaim claim, String won) {
    deed(
            claim,
            "{\"action\": \"decide-appeal\", \"on\": \"%s\", \"won\": \"%s\"}"
                .formatted(Office.TODAY, won))
        .is(200);
  }

  /// The payer takes the refusal back, pays 60.00 and refuses the rest with the same reason.
  private static void paysSixty(BilledClaim claim) {
    new Remitted(OFFICE, OFFICE.trace())
        .line(claim, "22", "CO 50 150.00")
        .line(claim, "1", "CO 45 30.00, CO 50 60.00")
        .arrives();
  }

  @Test
  void afterAnAppealWasSentThePayersDecisionIsWaitedForByItsDay() {
    var claim = refused();
    sent(claim);

    assertThat(OFFICE.next(claim))
        .isEqualTo(
            "Wait for the payer's decision on the appeal against CO-50 on line 1, by "
                + Office.TODAY.plusDays(30));
    assertThat(only(claim).at("/actBy").asString()).isEqualTo(Office.TODAY.plusDays(30).toString());
  }

  @Test
  void whatTwoLevelsHaveLostIsNoNewCaseWhenThePayerPaysWhatTheyWon() {
    var claim = refused();
    sent(claim);
    decided(claim, "60.00");
    sent(claim);
    decided(claim, "0.00");

    paysSixty(claim);

    var denial = only(claim);
    assertThat(denial.at("/status").asString()).isEqualTo("LOST");
    assertThat(OFFICE.owed(claim)).isEqualTo("60.00");
    assertThat(OFFICE.next(claim)).startsWith("Say what becomes of $60.00 ");
    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("APPEAL");
    assertThat(
            OFFICE.get(Role.BILLER, "/denials/" + denial.at("/publicId").asString()).is(200).text())
        .contains("Refused again");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aCaseBetweenTwoLevelsGoesOnToTheSecondWhenTheFirstIsPaid() {
    var claim = refused();
    sent(claim);
    decided(claim, "60.00");

    paysSixty(claim);

    var denial = only(claim);
    assertThat(denial.at("/status").asString()).isEqualTo("IN_WORK");
    assertThat(OFFICE.clocks(claim, "OPEN").get("APPEAL").at("/step").asInt()).isEqualTo(2);
    sent(claim);
    assertThat(only(claim).at("/status").asString()).isEqualTo("APPEALED");
  }

  @Test
  void whatAnAppealHasWonAndThePayerRefusesOnceMoreIsANewCase() {
    var claim = refused();
    sent(claim);
    decided(claim, "150.00");

    paysSixty(claim);

    var cases = OFFICE.denials(claim);
    assertThat(cases).extracting(c -> c.at("/status").asString()).contains("NEW", "WON");
  }

  @Test
  void anAppealedCaseIsSettledWhenThePayerRefusesNothingMore() {
    var claim = refused();
    sent(claim);
    decided(claim, "60.00");

    new Remitted(OFFICE, OFFICE.trace())
        .line(claim, "22", "CO 50 150.00")
        .line(claim, "1", "CO 45 58.00")
        .arrives();

    assertThat(only(claim).at("/status").asString()).isEqualTo("WON");
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
  }
}
