package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A denial has a day at every stage, also with a payer whose terms nobody has entered.
class DenialClockStoriesTest {
  private static final Office OFFICE = new Office("dcl", "1003000753");

  private static BilledClaim refused(String adjustments, String... remarks) {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "4", adjustments, remarks).arrives();
    return claim;
  }

  private static void deed(Role role, BilledClaim claim, String body) {
    String denial = OFFICE.denials(claim).getFirst().at("/publicId").asString();
    OFFICE.post(role, "/denials/" + denial + "/deeds", body).is(200);
  }

  private static void appealed(BilledClaim claim) {
    deed(
        Role.BILLER,
        claim,
        """
        {"action": "evidence", "kind": "MEDICAL_RECORD", "reason": "Note of the visit"}
        """);
    deed(Role.BILLER, claim, "{\"action\": \"write-appeal\"}");
    deed(
        Role.BILLER,
        claim,
        "{\"action\": \"send-appeal\", \"on\": \"%s\", \"way\": \"fax\"}".formatted(Office.TODAY));
  }

  private static void won(BilledClaim claim, String amount) {
    deed(
        Role.BILLER,
        claim,
        "{\"action\": \"decide-appeal\", \"on\": \"%s\", \"won\": \"%s\"}"
            .formatted(Office.TODAY, amount));
  }

  private static String actBy(BilledClaim claim) {
    return OFFICE.denials(claim).getFirst().at("/actBy").asString();
  }

  private static String due(JsonNode clock) {
    return clock.at("/dueOn").asString();
  }

  @Test
  void withoutTermsANewClaimIsDueWithTheClaimsOwnLimit() {
    var claim = refused("CO 16 150.00", "MA130");

    var clock = OFFICE.clocks(claim, "OPEN").get("CORRECTED_CLAIM");
    assertThat(due(clock)).isEqualTo(OFFICE.claim(claim).at("/fileBy")).isEqualTo(actBy(claim));
    assertThat(clock.at("/assumed").asBoolean()).isTrue();
    assertThat(OFFICE.claim(claim).at("/standing/deadline")).isEqualTo("Send the corrected claim");
    assertThat(OFFICE.next(claim)).endsWith("by " + actBy(claim));
  }

  @Test
  void theTimeForACorrectionEndsWithTheCase() {
    var claim = refused("CO 16 150.00", "MA130");

    deed(Role.MANAGER, claim, "{\"action\": \"close\", \"reason\": \"Not worth a new claim\"}");

    assertThat(OFFICE.clocks(claim, "OPEN")).isEmpty();
  }

  @Test
  void theTimeForACorrectionGoesOverToTheCorrection() {
    var claim = refused("CO 16 150.00", "MA130");

    deed(Role.BILLER, claim, "{\"action\": \"correct\", \"reason\": \"The name was wrong\"}");

    assertThat(OFFICE.clocks(claim, "OPEN")).isEmpty();
    var correction = OFFICE.claim(claim).at("/chain/1/controlNumber");
    assertThat(OFFICE.get(Role.BILLER, "/deadlines?q=" + correction).is(200).text())
        .contains("correction " + correction + "\"")
        .contains(OFFICE.claim(claim).at("/fileBy"));
  }

  @Test
  void aDenialThatNeitherAnAppealNorACorrectionHelpsHasADayOfItsOwn() {
    var claim = refused("CO 29 150.00", "N211");
    var denial = OFFICE.denials(claim).getFirst();

    var clock = OFFICE.clocks(claim, "OPEN").get("DENIAL");
    assertThat(due(clock)).isEqualTo(actBy(claim));
    assertThat(clock.at("/owner").asString()).isEqualTo(denial.at("/owner").asString());

    deed(Role.MANAGER, claim, "{\"action\": \"close\", \"reason\": \"We were too late\"}");
    assertThat(OFFICE.clocks(claim, "OPEN")).isEmpty();
  }

  @Test
  void withoutTermsThePayerHasTheDaysOfGroupHealthPlansToDecide() {
    var claim = refused("CO 50 150.00");

    appealed(claim);

    var clock = OFFICE.clocks(claim, "OPEN").get("APPEAL_DECISION");
    assertThat(due(clock)).isEqualTo(Office.TODAY.plusDays(60).toString()).isEqualTo(actBy(claim));
    assertThat(clock.at("/assumed").asBoolean()).isTrue();
    assertThat(OFFICE.next(claim)).endsWith(", by " + actBy(claim));
    assertThat(OFFICE.get(Role.BILLER, "/deadlines?q=" + claim.controlNumber()).is(200).text())
        .contains("APPEAL_DECISION");
  }

  @Test
  void whatWasLostHasADayUntilSomebodySaysWhatBecomesOfIt() {
    var claim = refused("CO 50 150.00");
    appealed(claim);
    won(claim, "0.00");

    var clock = OFFICE.clocks(claim, "OPEN").get("DENIAL");
    assertThat(clock.at("/title").asString())
        .isEqualTo("Say what becomes of what no appeal has won");
    assertThat(due(clock)).isEqualTo(Office.TODAY.plusDays(30).toString());

    deed(Role.MANAGER, claim, "{\"action\": \"close\", \"reason\": \"A lawsuit costs more\"}");
    assertThat(OFFICE.clocks(claim, "OPEN")).isEmpty();
  }

  @Test
  void whatIsLeftOfALostAppealIsWhatTheContractStillOwes() {
    var claim = refused("CO 50 150.00");
    appealed(claim);
    won(claim, "60.00");

    new Remitted(OFFICE, OFFICE.trace())
        .line(claim, "22", "CO 50 150.00")
        .line(claim, "1", "CO 45 30.00, CO 50 60.00")
        .arrives();

    assertThat(OFFICE.owed(claim)).isEqualTo("60.00");
    assertThat(OFFICE.next(claim)).startsWith("Say what becomes of $60.00 that no appeal has won");
  }

  @Test
  void aLostCaseIsOverWhenThePayerPaysAllTheSame() {
    var claim = refused("CO 50 150.00");
    appealed(claim);
    won(claim, "0.00");

    new Remitted(OFFICE, OFFICE.trace())
        .line(claim, "22", "CO 50 150.00")
        .line(claim, "1", "CO 45 30.00")
        .arrives();

    assertThat(OFFICE.denials(claim).getFirst().at("/status").asString()).isEqualTo("WON");
    assertThat(OFFICE.clocks(claim, "OPEN")).isEmpty();
    assertThat(OFFICE.next(claim)).isEqualTo("Nothing: the payer's part is settled");
  }

  @Test
  void whatAppealsHaveWonIsAskedForWhenItDoesNotCome() {
    var claim = refused("CO 50 150.00");
    appealed(claim);
    won(claim, "150.00");

    assertThat(OFFICE.next(claim)).contains("Wait for the payer to pay the $150.00");
    assertThat(OFFICE.clocks(claim, "OPEN")).containsOnlyKeys("OPEN_BALANCE");
  }
}
