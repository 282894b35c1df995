package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.practice.ApiAnswer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Denials, each worked to its end.
class DenialStoriesTest {
  private static final Office OFFICE = new Office("den", "1003000142");

  private static BilledClaim decided(String reasons, String... remarks) {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "4", reasons, remarks).arrives();
    return claim;
  }

  private static JsonNode only(BilledClaim claim) {
    var cases = OFFICE.denials(claim);
    assertThat(cases).hasSize(1);
    return cases.getFirst();
  }

  private static ApiAnswer deed(JsonNode denial, String body) {
    return OFFICE.post(
        Role.BILLER, "/denials/" + denial.at("/publicId").asString() + "/deeds", body);
  }

  private static void appealed(JsonNode denial) {
    deed(
            denial,
            "{\"action\": \"evidence\", \"kind\": \"MEDICAL_RECORD\", \"reason\": \"Note of the"
                + " visit\"}")
        .is(200);
    deed(denial, "{\"action\": \"write-appeal\"}").is(200);
    deed(
            denial,
            "{\"action\": \"send-appeal\", \"on\": \"%s\", \"way\": \"fax\", \"tracking\": \"F1\"}"
                .formatted(Office.TODAY))
        .is(200);
  }

  @Test
  void anAppealThatIsWonEndsWhenThePayerPays() {
    var claim = decided("CO 50 150.00");
    var denial = only(claim);
    assertThat(denial.at("/reasonCode").asString()).isEqualTo("CO-50");
    assertThat(denial.at("/cause").asString()).isEqualTo("medical-necessity");
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("0.00");
    assertThat(OFFICE.next(claim)).contains("CO-50");
    assertThat(OFFICE.clocks(claim, "OPEN")).containsKey("APPEAL");

    appealed(denial);
    assertThat(only(claim).at("/status").asString()).isEqualTo("APPEALED");
    assertThat(OFFICE.clocks(claim, "STOPPED").get("APPEAL").at("/state").asString())
        .isEqualTo("MET");
    assertThat(
            OFFICE
                .get(
                    Role.BILLER, "/denials/" + denial.at("/publicId").asString() + "/appeals/1.pdf")
                .is(200)
                .text())
        .startsWith("%PDF");
    deed(
            denial,
            "{\"action\": \"decide-appeal\", \"on\": \"%s\", \"won\": \"150.00\"}"
                .formatted(Office.TODAY))
        .is(200);
    assertThat(only(claim).at("/status").asString()).isEqualTo("WON");

    new Remitted(OFFICE, OFFICE.trace())
        .line(claim, "22", "CO 50 150.00")
        .line(claim, "1", "CO 45 58.00, PR 3 30.00")
        .arrives();
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("30.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void anAppealThatIsLostIsWrittenOffByASecondPerson() {
    var claim = decided("CO 50 150.00");
    var denial = only(claim);
    appealed(denial);
    deed(
            denial,
            "{\"action\": \"decide-appeal\", \"on\": \"%s\", \"won\": \"0.00\"}"
                .formatted(Office.TODAY))
        .is(200);
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");

    var asked =
        OFFICE
            .post(
                Role.MANAGER,
                "/write-offs",
                """
                {"claim": "%s", "reason": "OTHER", "note": "Appeal lost", "amount": "150.00"}
                """
                    .formatted(claim.controlNumber()))
            .is(200);
    if (asked.at("/status").equals("WAITING")) {
      String approve = "/write-offs/" + asked.at("/id") + "/approve";
      OFFICE.post(Role.BILLER, approve, "{}").is(403);
      OFFICE.postAsOther(approve, "{}").is(200);
    }
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("0.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void whatWasNeverProcessedIsSentAnewAndNotAppealed() {
    var claim = decided("CO 16 150.00", "MA130");
    var denial = only(claim);

    deed(denial, "{\"action\": \"write-appeal\"}").is(409);
    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("APPEAL");
    deed(denial, "{\"action\": \"correct\", \"reason\": \"The referring provider was missing\"}")
        .is(200);

    var chain = OFFICE.claim(claim).json().at("/chain");
    assertThat(chain.size()).isEqualTo(2);
    assertThat(chain.get(1).at("/correction").asString()).isEqualTo("RESUBMISSION");
  }

  @Test
  void whatWasNeverProcessedIsNotReplacedFromItsOwnPageEither() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace())
        .remarked("MA130")
        .line(claim, "4", "CO 16 150.00")
        .arrives();
    String page = OFFICE.page("/claims/" + claim.publicId());

    assertThat(page)
        .contains("The payer has processed nothing of it (MA130)")
        .containsSubsequence("value=\"RESUBMISSION\"", "value=\"VOID\"")
        .doesNotContain("value=\"REPLACEMENT\"");
    assertThat(OFFICE.postCorrection(claim, "REPLACEMENT").is(409).at("/detail"))
        .isEqualTo(
            "The payer has processed nothing of it (MA130), so that there is nothing to replace:"
                + " make a new claim.");
    OFFICE.postCorrection(claim, "RESUBMISSION").is(200);
  }

  @Test
  void whatWasProcessedAfterAllIsReplacedAsUsual() {
    var claim = decided("CO 16 150.00", "MA130");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", "CO 45 58.00, PR 3 30.00").arrives();

    assertThat(OFFICE.page("/claims/" + claim.publicId()))
        .containsSubsequence("value=\"REPLACEMENT\"", "value=\"VOID\"", "value=\"RESUBMISSION\"");
    OFFICE.postCorrection(claim, "REPLACEMENT").is(200);
  }

  @Test
  void whatIsRemarkedOfTheWholeClaimIsSaidOfEachLineThatItRefuses() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace())
        .remarked("MA130")
        .line(claim, "4", "CO 16 150.00", "N290")
        .arrives();
    var denial = only(claim);

    assertThat(denial.at("/remarks").toString()).isEqualTo("[\"N290\",\"MA130\"]");
    assertThat(denial.at("/cause").asString()).isEqualTo("unprocessable");
    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("APPEAL");
    assertThat(deed(denial, "{\"action\": \"write-appeal\"}").is(409).text()).contains("MA130");
    deed(denial, "{\"action\": \"correct\", \"reason\": \"The rendering provider was wrong\"}")
        .is(200);
    assertThat(OFFICE.claim(claim).json().at("/chain/1/correction").asString())
        .isEqualTo("RESUBMISSION");
  }

  @Test
  void theDeductibleIsThePatientsAndNoDenial() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", "CO 45 58.00, PR 1 92.00").arrives();

    assertThat(OFFICE.denials(claim)).isEmpty();
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("92.00");
    assertThat(OFFICE.next(claim)).isEqualTo("Nothing: the payer's part is settled");
  }

  @Test
  void aPatientIsNotBilledWhileADenialOfTheVisitIsOpen() {
    var claim = decided("PR 204 150.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("150.00");

    var waiting = OFFICE.account(claim);
    assertThat(waiting.at("/due")).isEqualTo("0.00");
    assertThat(waiting.at("/shares/0/waitsFor"))
        .startsWith("The denial of claim " + claim.controlNumber())
        .endsWith("is not closed yet");
    assertThat(waiting.at("/state")).isEqualTo("NOT_READY");

    deed(only(claim), "{\"action\": \"bill-patient\", \"reason\": \"Not in the plan\"}").is(200);

    assertThat(OFFICE.account(claim).at("/due")).isEqualTo("150.00");
    assertThat(OFFICE.account(claim).at("/state")).isEqualTo("READY_TO_BILL");
  }

  @Test
  void aMissingAuthorizationIsNoPatientsDebt() {
    var claim = decided("CO 197 150.00");
    var denial = only(claim);
    assertThat(denial.at("/cause").asString()).isEqualTo("authorization");

    deed(denial, "{\"action\": \"bill-patient\", \"reason\": \"They did not pay\"}").is(409);

    assertThat(OFFICE.ofPatient(claim)).isEqualTo("0.00");
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
  }

  @Test
  void aLateFilingDenialIsAnsweredWithTheProofOfFiling() {
    var claim = decided("CO 29 150.00");
    var denial = only(claim);
    assertThat(denial.at("/cause").asString()).contains("filing");

    assertThat(
            OFFICE
                .get(Role.BILLER, "/claims/" + claim.publicId() + "/filing-proof.pdf")
                .is(200)
                .text())
        .startsWith("%PDF");
    assertThat(OFFICE.next(claim)).contains("CO-29");
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
  }

  @Test
  void anAppealWithoutTheRecordIsNotWritten() {
    var claim = decided("CO 50 150.00");
    var refused = deed(only(claim), "{\"action\": \"write-appeal\"}");

    refused.is(409);
    assertThat(refused.text()).contains("medical record");
    assertThat(only(claim).at("/status").asString()).isEqualTo("NEW");
  }

  @Test
  void aCorrectedClaimCarriesThePayersNumberAndTakesTheMoneyOver() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", "CO 45 58.00, PR 3 30.00").arrives();

    var made =
        OFFICE
            .post(
                Role.BILLER,
                "/claims/" + claim.publicId() + "/corrections",
                "{\"how\": \"REPLACEMENT\", \"reason\": \"The units were wrong\"}")
            .is(200);

    assertThat(made.at("/chain/0/controlNumber")).isEqualTo(claim.controlNumber());
    assertThat(made.at("/chain/1/correction")).isEqualTo("REPLACEMENT");
    assertThat(made.at("/standing/next")).isNotBlank();
    OFFICE
        .post(
            Role.BILLER,
            "/claims/" + claim.publicId() + "/corrections",
            "{\"how\": \"REPLACEMENT\", \"reason\": \"Once more\"}")
        .is(409);
  }

  @Test
  void aClaimThatShouldNotHaveBeenSentIsVoided() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", "CO 45 58.00, PR 3 30.00").arrives();

    var made =
        OFFICE
            .post(
                Role.BILLER,
                "/claims/" + claim.publicId() + "/corrections",
                "{\"how\": \"VOID\", \"reason\": \"Another patient's visit\"}")
            .is(200);

    assertThat(made.at("/chain/1/correction")).isEqualTo("VOID");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aWriteOffOfSomebodyWithoutTheRightIsRefused() {
    var claim = decided("CO 50 150.00");
    OFFICE
        .post(
            Role.CODER,
            "/write-offs",
            """
            {"claim": "%s", "reason": "OTHER", "note": "No patience", "amount": "150.00"}
            """
                .formatted(claim.controlNumber()))
        .is(403);
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
  }

  @Test
  void moreThanIsOwedIsNotWrittenOff() {
    var claim = decided("CO 50 150.00");
    var refused =
        OFFICE.post(
            Role.MANAGER,
            "/write-offs",
            """
            {"claim": "%s", "reason": "OTHER", "note": "Appeal lost", "amount": "150.01"}
            """
                .formatted(claim.controlNumber()));
    assertThat(refused.status()).isBetween(400, 409);
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
  }

  @Test
  void aLargeAmountCutIntoSmallOnesWaitsForASecondPerson() {
    var claim = decided("CO 50 150.00");
    String part =
        """
        {"claim": "%s", "reason": "OTHER", "note": "Appeal lost", "amount": "60.00"}
        """
            .formatted(claim.controlNumber());
    var first = OFFICE.post(Role.BILLER, "/write-offs", part).is(200);
    var second = OFFICE.post(Role.BILLER, "/write-offs", part).is(200);
    assertThat(first.at("/status")).isEqualTo("POSTED");
    assertThat(second.at("/status")).isEqualTo("WAITING");
    assertThat(OFFICE.owed(claim)).isEqualTo("90.00");
  }

  @Test
  void whatNoAppealHasWonWaitsUntilSomebodyGivesItUp() {
    var claim = decided("CO 50 150.00");
    var denial = only(claim);
    appealed(denial);
    deed(
            denial,
            "{\"action\": \"decide-appeal\", \"on\": \"%s\", \"won\": \"50.00\"}"
                .formatted(Office.TODAY))
        .is(200);
    assertThat(only(claim).at("/status").asString()).isEqualTo("PART_WON");
    assertThat(waits(claim)).isTrue();
    assertThat(OFFICE.next(claim)).contains("$100.00 that no appeal has won");

    OFFICE
        .post(
            Role.MANAGER,
            "/denials/" + denial.at("/publicId").asString() + "/deeds",
            "{\"action\": \"close\", \"reason\": \"A lawsuit costs more\"}")
        .is(200);
    assertThat(waits(claim)).isFalse();
    assertThat(OFFICE.owed(claim)).isEqualTo("50.00");
  }

  private static boolean waits(BilledClaim claim) {
    return OFFICE.get(Role.BILLER, "/denials").is(200).text().contains(claim.controlNumber());
  }

  @Test
  void aClaimThatIsWrittenOffHasNoOpenCaseLeft() {
    var claim = decided("CO 50 150.00");
    OFFICE
        .post(
            Role.MANAGER,
            "/write-offs",
            """
            {"claim": "%s", "reason": "NOT_AUTHORIZED", "note": "Nobody had asked", "amount": "150.00"}
            """
                .formatted(claim.controlNumber()))
        .is(200);

    assertThat(only(claim).at("/status").asString()).isEqualTo("CLOSED");
    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("APPEAL");
  }

  @Test
  void aWriteOffIsNotRefusedWithoutAWord() {
    var claim = decided("CO 50 150.00");
    var asked =
        OFFICE
            .post(
                Role.BILLER,
                "/write-offs",
                """
                {"claim": "%s", "reason": "OTHER", "note": "No patience", "amount": "150.00"}
                """
                    .formatted(claim.controlNumber()))
            .is(200);
    String refuse = "/write-offs/" + asked.at("/id") + "/refuse";

    OFFICE.post(Role.MANAGER, refuse, "{}").is(409);
    var refused = OFFICE.post(Role.MANAGER, refuse, "{\"why\": \"Appeal it first\"}").is(200);

    assertThat(refused.at("/status")).isEqualTo("REFUSED");
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
  }

  private static int settled(String what) {
    return OFFICE
        .get(Role.BILLER, "/denials/figures?from=2020-01-01&through=" + Office.TODAY)
        .is(200)
        .json()
        .at(what)
        .asInt();
  }

  @Test
  void aCaseThatIsGivenUpAfterItWasLostCountsOnceAsLost() {
    int settled = settled("/settled");
    int overturned = settled("/overturned");
    var denial = only(decided("CO 50 150.00"));
    appealed(denial);
    deed(
            denial,
            "{\"action\": \"decide-appeal\", \"on\": \"%s\", \"won\": \"0.00\"}"
                .formatted(Office.TODAY))
        .is(200);

    OFFICE
        .post(
            Role.MANAGER,
            "/denials/" + denial.at("/publicId").asString() + "/deeds",
            "{\"action\": \"close\", \"reason\": \"A lawsuit costs more\"}")
        .is(200);

    assertThat(settled("/settled") - settled).isOne();
    assertThat(settled("/overturned") - overturned).isZero();
  }

  @Test
  void theFrontDeskOpensTheDenialsThatItAnswersForAndNoOthers() {
    var own = only(decided("CO 197 150.00"));
    var other = only(decided("CO 50 150.00"));
    assertThat(own.at("/owner").asString()).isEqualTo("FRONT_DESK");
    String path = "/denials/" + own.at("/publicId").asString();

    var list = OFFICE.get(Role.FRONT_DESK, "/denials").is(200);

    assertThat(list.text())
        .contains(own.at("/publicId").asString())
        .doesNotContain(other.at("/publicId").asString());
    OFFICE.get(Role.FRONT_DESK, path).is(200);
    OFFICE.get(Role.FRONT_DESK, "/denials/" + other.at("/publicId").asString()).is(403);
    OFFICE
        .post(
            Role.FRONT_DESK,
            path + "/deeds",
            "{\"action\": \"evidence\", \"kind\": \"WHAT_WAS_WRONG\", \"reason\": \"Nobody asked"
                + " for it\"}")
        .is(200);
    OFFICE
        .post(
            Role.FRONT_DESK, path + "/deeds", "{\"action\": \"close\", \"reason\": \"Too small\"}")
        .is(403);
    assertThat(OFFICE.get(Role.FRONT_DESK, "/deadlines").is(200).text())
        .contains("FRONT_DESK")
        .doesNotContain("\"owner\":\"BILLER\"");
  }
}
