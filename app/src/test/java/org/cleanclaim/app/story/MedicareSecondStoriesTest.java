package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.junit.jupiter.api.Test;

/// Medicare after another payer: it is told why, or gets no claim.
class MedicareSecondStoriesTest {
  private static final Office OFFICE = new Office("msp", "1003000944");
  private static final SecondPayer MEDICARE =
      new SecondPayer(OFFICE, "medicare", "Medicare Part B", FilingIndicator.MEDICARE_PART_B);
  private static final SecondPayer HOSPITALS =
      new SecondPayer(OFFICE, "medicarea", "Medicare Part A", FilingIndicator.MEDICARE_PART_A);
  private static final String NUMBER = "1EG4TE5MK73";

  private static String coverages(BilledClaim claim) {
    return "/patients/" + OFFICE.patient(claim) + "/coverages";
  }

  private static ApiAnswer typed(BilledClaim claim, String payer, String place, String reason) {
    return OFFICE.post(
        Role.FRONT_DESK,
        coverages(claim),
        """
        {"payer": "%s", "sequence": "%s", "plan": "Another", "memberId": "%s", "relationship": "SELF",
         "medicareSecond": "%s", "from": "2020-01-01"}\
        """
            .formatted(payer, place, NUMBER, reason));
  }

  private static String rebuilt(BilledClaim claim) {
    OFFICE
        .post(
            Role.BILLER,
            "/claims/rebuild",
            "{\"claims\": [\"%s\"], \"reason\": \"Medicare is told why\"}"
                .formatted(claim.publicId()))
        .is(200);
    return OFFICE.claim(claim).at("/status");
  }

  @Test
  void aClaimToMedicareAfterAnotherPayerWaitsUntilItSaysWhy() {
    var claim = OFFICE.atPayer("99213");
    MEDICARE.covers(claim.patientId(), NUMBER);
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", "CO 45 58.00, PR 3 30.00").arrives();
    var next = MEDICARE.follower(claim);

    assertThat(OFFICE.claim(next).at("/status")).isEqualTo("HELD");
    assertThat(OFFICE.claim(next).text())
        .contains("MSP-REASON", "Choose on the coverage of Medicare why it pays second");

    String policy = coverages(claim) + "/" + next.coverageId() + "/medicare-second";
    OFFICE.post(Role.BILLER, policy, "{\"code\": \"12\", \"reason\": \"She still works\"}").is(403);
    assertThat(
            OFFICE
                .post(
                    Role.FRONT_DESK, policy, "{\"code\": \"99\", \"reason\": \"She still works\"}")
                .is(400)
                .text())
        .contains("12 (Age: group plan of work done now");
    OFFICE
        .post(Role.FRONT_DESK, policy, "{\"code\": \"12\", \"reason\": \"She still works\"}")
        .is(200);

    assertThat(rebuilt(next)).isEqualTo("READY");
    assertThat(OFFICE.page("/claims/" + next.publicId())).contains("Medicare pays second");
    assertThat(new String(MEDICARE.sent(), StandardCharsets.ISO_8859_1))
        .contains("SBR*S*18**Second*12****MB~", "SBR*P*18**Gold*****CI~");
  }

  @Test
  void aHospitalsBillSaysItByAValueCodeWithWhatWasPaidBefore() {
    String member = OFFICE.member();
    var claim = OFFICE.stayBilled(member);
    HOSPITALS.covers(claim.patientId(), NUMBER);
    OFFICE.deliver(OFFICE.box(java.util.List.of(member)));
    new Remitted(OFFICE, OFFICE.trace())
        .stay(claim, "1", "305", "CO 45 1200.50, PR 1 1676.00", "400.00")
        .arrives();
    var next = HOSPITALS.follower(claim);
    assertThat(OFFICE.claim(next).text()).contains("no value code says why");
    OFFICE
        .post(
            Role.FRONT_DESK,
            coverages(claim) + "/" + next.coverageId() + "/medicare-second",
            "{\"code\": \"43\", \"reason\": \"Her husband works\"}")
        .is(200);

    assertThat(rebuilt(next)).isEqualTo("READY");
    assertThat(new String(HOSPITALS.sent(), StandardCharsets.ISO_8859_1))
        .contains("SBR*S*18**Second*****MA~", "BE:43:::4624", "BE:80:::3");
  }

  @Test
  void aHospitalsBillThatThePayerBeforeRefusedSaysOnWhichDay() {
    assertThat(sentAfter("PR 204 7500.50", "43"))
        .contains("BE:43:::0", "BH:24:D8:" + Remitted.PAID_ON.toString().replace("-", ""));
  }

  @Test
  void noBillSaysARefusalOfADeductibleNorOfWhatVeteransAffairsLeaves() {
    assertThat(sentAfter("CO 45 1200.50, PR 1 6300.00", "43"))
        .contains("BE:43:::0")
        .doesNotContain("BH:24");
    assertThat(sentAfter("PR 204 7500.50", "42")).contains("BE:42:::0").doesNotContain("BH:24");
  }

  /// What Medicare gets of a stay after the payer before took all of it off.
  private static String sentAfter(String reasons, String medicareSecond) {
    String member = OFFICE.member();
    var claim = OFFICE.stayBilled(member);
    HOSPITALS.covers(claim.patientId(), NUMBER);
    OFFICE.deliver(OFFICE.box(java.util.List.of(member)));
    new Remitted(OFFICE, OFFICE.trace()).stay(claim, "1", "305", reasons, "0.00").arrives();
    var next = HOSPITALS.follower(claim);
    OFFICE
        .post(
            Role.FRONT_DESK,
            coverages(claim) + "/" + next.coverageId() + "/medicare-second",
            "{\"code\": \"%s\", \"reason\": \"asked the patient\"}".formatted(medicareSecond))
        .is(200);
    assertThat(rebuilt(next)).isEqualTo("READY");
    return new String(HOSPITALS.sent(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void theReasonIsAskedForWhereMedicareIsNotFirstAndNowhereElse() {
    var claim = OFFICE.billed(OFFICE.member(), "99213");

    assertThat(typed(claim, "medicare", "SECONDARY", "").is(400).text())
        .contains("choose why another insurance pays before it");
    assertThat(typed(claim, "medicare", "PRIMARY", "12").is(400).text())
        .contains("Medicare pays first here");
    assertThat(typed(claim, "harbor", "SECONDARY", "12").is(400).text())
        .contains("Only Medicare is told why it pays second");
    var added = typed(claim, "medicare", "SECONDARY", "13").is(201);
    assertThat(added.at("/medicareSecond")).isEqualTo("13");
  }

  @Test
  void anOrderThatPutsMedicareBehindAnotherPayerSaysWhyAndMedicareFirstNeedsNoReason() {
    var claim = OFFICE.billed(OFFICE.member(), "99213");
    long second = typed(claim, "medicare", "SECONDARY", "13").is(201).json().at("/id").asLong();
    long first = claim.coverageId();

    ordered(claim, second, first, "").is(200);
    assertThat(OFFICE.get(Role.FRONT_DESK, coverages(claim)).text()).doesNotContain("\"13\"");
    assertThat(ordered(claim, first, second, "").is(409).text())
        .contains("Medicare does not pay first in this order");
    assertThat(ordered(claim, first, second, "12").is(200).text()).contains("\"12\"");
  }

  private static ApiAnswer ordered(BilledClaim claim, long one, long other, String reason) {
    return OFFICE.post(
        Role.FRONT_DESK,
        coverages(claim) + "/order",
        "{\"coverages\": [%d, %d], \"medicareSecond\": \"%s\", \"reason\": \"asked the patient\"}"
            .formatted(one, other, reason));
  }
}
