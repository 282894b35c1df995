package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimCorrections;
import org.cleanclaim.app.contract.FeeSchedules;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.practice.Visits;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Charges that are changed after their claim was made: before a payer has it, and after.
class ChangedChargeStoriesTest {
  private static final Office OFFICE = new Office("cgc", "1003009119");
  private static final OfficeRecords RECORDS = new OfficeRecords(OFFICE);

  @BeforeAll
  static void prices() {
    OFFICE.inside(() -> {
      OFFICE
          .server
          .bean(FeeSchedules.class)
          .replaceCharges(
              Visits.fees(Map.of("99213", "150.00", "20610", "120.00", "J1885", "25.00")));
      return true;
    });
  }

  private static String charges(BilledClaim claim) {
    var visit = OFFICE.inside(() -> OFFICE.server.bean(Encounters.class).get(claim.encounterId()));
    return "/encounters/" + visit.publicId();
  }

  private static void correct(BilledClaim claim, int line, String fields) {
    OFFICE
        .put(
            Role.BILLER,
            charges(claim) + "/charges/" + line,
            "{%s, \"reason\": \"The sheet says so\"}".formatted(fields))
        .is(200);
  }

  private static String of(String code, String modifiers, String units) {
    return "\"procedure\": \"%s\", \"modifiers\": [%s], \"units\": \"%s\", \"diagnoses\": [\"I10\"]"
        .formatted(code, modifiers, units);
  }

  private static String drug(String ndc) {
    return of("J1885", "", "1")
        + ", \"drug\": {\"ndc\": \"%s\", \"quantity\": \"1\", \"unit\": \"ML\"}".formatted(ndc);
  }

  private static String sent() {
    return new String(OFFICE.submitted(), StandardCharsets.US_ASCII).replace("~\n", "~");
  }

  private static String gap(BilledClaim claim) {
    return Office.rows(OFFICE.get(Role.BILLER, "/reconciliation")).stream()
        .filter(v -> v.at("/controlNumber").asString().equals(claim.controlNumber()))
        .map(v -> v.at("/gap").asString())
        .findFirst()
        .orElse("");
  }

  @Test
  void aReadyClaimGoesOutWithTheDrugThatWasCorrected() {
    var claim = OFFICE.billed(OFFICE.member(), "99213", "J1885");

    correct(claim, 2, drug("0409-3795-01"));

    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("READY");
    assertThat(OFFICE.claim(claim).text())
        .contains("The charges or the stay of its visit were changed");
    assertThat(sent()).contains("LIN**N4*00409379501~CTP****1*ML~");
  }

  @Test
  void aReadyClaimGoesOutWithTheModifierAndTheUnitsThatWereCorrected() {
    var claim = OFFICE.billed(OFFICE.member(), "99213", "20610");

    correct(claim, 1, of("99213", "\"25\"", "1"));
    correct(claim, 2, of("20610", "\"50\"", "1"));
    correct(claim, 2, of("20610", "\"RT\"", "1"));

    assertThat(sent()).contains("SV1*HC:99213:25*150*UN*1*").contains("SV1*HC:20610:RT*120*UN*1*");
  }

  @Test
  void aReadyClaimGoesOutWithTheUnitsAndTheMoneyThatWereCorrected() {
    var claim = OFFICE.billed(OFFICE.member(), "99213", "J1885");

    correct(claim, 2, of("J1885", "", "3"));

    assertThat(OFFICE.claim(claim).at("/billed")).isEqualTo("225.00");
    assertThat(sent()).contains("SV1*HC:J1885*75*UN*3*");
    assertThat(OFFICE.owed(claim)).isEqualTo("225.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aReadyClaimGoesOutWithTheDiagnosisThatALinePointsTo() {
    String member = OFFICE.member();
    var visit =
        OFFICE.inside(() ->
            OFFICE.charge(
                OFFICE.registered(member), "V" + member, Office.SERVED, "11", "99213", "20610"));
    OFFICE.write(() ->
        OFFICE
            .jdbc()
            .sql(
                """
                insert into chart_code (chart_id, position, code_system, code, title, reason, added_by)
                select chart_id, 2, 'ICD10CM', 'M1711', 'Osteoarthritis of the right knee', 'OTHER_SOURCE', 'casey'
                from chart where encounter_id = :visit
                """)
            .param("visit", visit.id().value())
            .update());
    var claim = OFFICE.bill(visit.id());
    assertThat(
            RECORDS
                .claim(claim.publicId().toString())
                .snapshot()
                .lines()
                .get(1)
                .diagnosisPointers())
        .containsExactly(1);

    correct(claim, 2, of("20610", "", "1").replace("I10", "M17.11"));

    var made = RECORDS.claim(claim.publicId().toString()).snapshot();
    assertThat(made.lines().get(1).diagnosisPointers())
        .extracting(p -> made.diagnoses().get(p - 1).code())
        .containsExactly(Icd10Cm.parse("M17.11").orElseThrow());
  }

  @Test
  void aReadyHospitalBillGoesOutWithTheDayThatWasCorrected() {
    var claim = OFFICE.stayBilled(OFFICE.member());
    String day = Office.SERVED.plusDays(1).toString();

    OFFICE
        .put(
            Role.BILLER,
            charges(claim) + "/facility-charges/2",
            "{\"line\": \"0250 - 4 1500.50 %s\", \"reason\": \"given on the second day\"}"
                .formatted(day))
        .is(200);

    assertThat(RECORDS.claim(claim.publicId().toString()).snapshot().lines().get(1).servedFrom())
        .isEqualTo(day);
  }

  private static void stay(BilledClaim claim, String codes) {
    OFFICE
        .put(
            Role.BILLER,
            charges(claim) + "/stay",
            """
            {"billType": "11", "servedFrom": "%s", "servedThrough": "%s", "admittedOn": "%s", "admissionHour": "0830",
             "dischargedOn": "%s", "dischargeHour": "1400", "admissionType": "1", "admissionSource": "1",
             "patientStatus": "01", "codes": "admitting I10\\nvalue 80 3.00%s"}
            """
                .formatted(
                    Office.SERVED,
                    Office.SERVED.plusDays(3),
                    Office.SERVED,
                    Office.SERVED.plusDays(3),
                    codes))
        .is(200);
  }

  @Test
  void aHospitalBillFollowsItsStayUntilThePayerHasIt() {
    String member = OFFICE.member();
    var claim = OFFICE.stayBilled(member);

    stay(claim, "\\noccurrence 11 " + Office.SERVED);
    assertThat(
            RECORDS
                .claim(claim.publicId().toString())
                .snapshot()
                .informationCodes(InformationCode.Kind.OCCURRENCE))
        .singleElement()
        .satisfies(c -> assertThat(c.code()).isEqualTo("11"));
    OFFICE.deliver(OFFICE.box(List.of(member)));
    stay(claim, "");

    assertThat(OFFICE.claim(claim).text()).contains("codes of the bill 11 " + Office.SERVED);
    assertThat(gap(claim)).isEqualTo("CHARGES_CHANGED");
  }

  @Test
  void aLateChargeAndOneThatIsTakenBackAreOnTheReadyClaim() {
    var claim = OFFICE.billed(OFFICE.member(), "99213", "20610");

    OFFICE
        .post(
            Role.BILLER,
            charges(claim) + "/late-charges",
            "{%s, \"reason\": \"found later\"}".formatted(of("J1885", "", "1")))
        .is(200);
    OFFICE
        .post(
            Role.BILLER,
            charges(claim) + "/charges/2/withdraw",
            "{\"reason\": \"It was not done\"}")
        .is(200);

    assertThat(OFFICE.claim(claim).at("/billed")).isEqualTo("175.00");
    assertThat(gap(claim)).isEmpty();
  }

  @Test
  void aReadyClaimOfWhichNothingIsChargedAnyMoreWaits() {
    var claim = OFFICE.billed(OFFICE.member(), "99213");

    OFFICE
        .post(Role.BILLER, charges(claim) + "/charges/1/withdraw", "{\"reason\": \"Did not come\"}")
        .is(200);

    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("HELD");
    assertThat(OFFICE.claim(claim).text()).contains("Nothing of it is charged any more");
  }

  @Test
  void aClaimThatThePayerHasSaysWhatDiffersAndIsReplacedWithOneClick() {
    var claim = OFFICE.atPayer("99213", "20610");
    assertThat(OFFICE.claim(claim).json().at("/standing/isOutOfDate").asBoolean()).isFalse();

    correct(claim, 2, of("20610", "\"RT\"", "1"));

    assertThat(OFFICE.claim(claim).text()).contains("line 2: modifiers none → RT");
    assertThat(OFFICE.claim(claim).json().at("/standing/isOutOfDate").asBoolean()).isTrue();
    assertThat(OFFICE.next(claim))
        .isEqualTo("Bring it up to the charges of its visit: make its replacement (7)");
    assertThat(OFFICE.page("/claims/" + claim.publicId())).contains("Bring it up to date");
    assertThat(gap(claim)).isEqualTo("CHARGES_CHANGED");

    String made =
        OFFICE
            .post(Role.BILLER, "/claims/" + claim.publicId() + "/late-charges", "{}")
            .is(200)
            .at("/claim");

    var replacement = RECORDS.claim(made);
    assertThat(replacement.snapshot().frequency().code()).isEqualTo("7");
    assertThat(replacement.snapshot().lines().get(1).modifiers()).hasToString("[RT]");
    assertThat(gap(claim)).isEmpty();
    assertThat(OFFICE.claim(claim).json().at("/standing/isOutOfDate").asBoolean()).isFalse();
    assertThat(OFFICE.claim(replacement).json().at("/standing/isOutOfDate").asBoolean()).isFalse();
  }

  @Test
  void aChargeThatIsChangedBackLeavesNothingToDo() {
    var claim = OFFICE.atPayer("99213", "20610");

    correct(claim, 2, of("20610", "\"RT\"", "1"));
    correct(claim, 2, of("20610", "", "1"));

    assertThat(OFFICE.claim(claim).json().at("/standing/isOutOfDate").asBoolean()).isFalse();
    assertThat(gap(claim)).isEmpty();
  }

  private static boolean isOutOfDate(BilledClaim claim) {
    return OFFICE.claim(claim).json().at("/standing/isOutOfDate").asBoolean();
  }

  private static BilledClaim corrected(BilledClaim claim) {
    OFFICE.postCorrection(claim, "REPLACEMENT").is(200);
    return OFFICE.inside(
        () -> OFFICE.server.bean(ClaimCorrections.class).chain(claim.id()).getLast());
  }

  @Test
  void whatWasChangedWhileACorrectionWaitedIsSeenWhenItIsWithdrawn() {
    var claim = OFFICE.atPayer("99213", "20610");
    var correction = corrected(claim);
    correct(claim, 2, of("20610", "\"RT\"", "1"));
    assertThat(isOutOfDate(claim)).isFalse();

    OFFICE
        .post(
            Role.BILLER,
            "/claims/" + correction.publicId() + "/withdraw",
            "{\"reason\": \"Not meant for this one\"}")
        .is(200);

    assertThat(isOutOfDate(claim)).isTrue();
    assertThat(OFFICE.claim(claim).text()).contains("line 2: modifiers none → RT");
    assertThat(gap(claim)).isEqualTo("CHARGES_CHANGED");
  }

  @Test
  void aCorrectionIsUpToDateOnceTheChargeIsPutBack() {
    var claim = OFFICE.atPayer("99213", "20610");
    correct(claim, 2, of("20610", "\"RT\"", "1"));
    var correction = corrected(claim);
    assertThat(isOutOfDate(correction)).isTrue();

    correct(claim, 2, of("20610", "", "1"));

    assertThat(isOutOfDate(correction)).isFalse();
    assertThat(gap(correction)).isEmpty();
  }

  @Test
  void linesAreComparedAgainWhenTheirChartIsFinalAgain() {
    var claim = OFFICE.atPayer("99213");
    coded(claim, "I10", "E785");
    assertThat(OFFICE.claim(claim).text()).contains("line 1: diagnoses I10 → ");

    coded(claim, "E785", "I10");

    assertThat(isOutOfDate(claim)).isFalse();
    assertThat(gap(claim)).isEmpty();
  }

  /// One code of the final chart of a claim gives way to another.
  private static void coded(BilledClaim claim, String out, String in) {
    String chart = charges(claim).replace("/encounters/", "/charts/");
    OFFICE.post(Role.CODER, chart + "/reopen", "{\"reason\": \"Another code\"}").is(204);
    change(chart, "ADD", in, "OTHER_SOURCE");
    change(chart, "REMOVE", out, "NOT_SUPPORTED");
    OFFICE.post(Role.CODER, chart + "/finalize", "").is(200);
  }

  private static void change(String chart, String kind, String code, String reason) {
    String revision = OFFICE.get(Role.CODER, chart).is(200).at("/revision");
    OFFICE
        .post(
            Role.CODER,
            chart + "/changes",
            """
            {"key": "%s", "revision": %s, "kind": "%s", "system": "ICD10CM", "code": "%s", "reason": "%s"}
            """
                .formatted(UUID.randomUUID(), revision, kind, code, reason))
        .is(200);
  }

  @Test
  void aClaimThatThePayerHasNotTakenYetWaitsForItsAnswer() {
    var claim = OFFICE.billed(OFFICE.member(), "99213", "20610");
    OFFICE.submitted();

    correct(claim, 2, of("20610", "\"RT\"", "1"));

    String wait =
        "Bring it up to the charges of its visit as soon as it can be corrected. The payer has not"
            + " taken it yet: wait for its acknowledgment (277CA).";
    assertThat(OFFICE.next(claim)).isEqualTo(wait);
    assertThat(OFFICE.claim(claim).text()).contains(wait);
  }

  @Test
  void aClaimThatWasReturnedAsUnprocessableIsMadeAnew() {
    var claim = OFFICE.atPayer("99213", "20610");
    new Remitted(OFFICE, OFFICE.trace())
        .remarked("MA130")
        .lines(claim, "4", List.of("CO 16 150.00", "CO 16 120.00"))
        .arrives();

    correct(claim, 2, of("20610", "\"RT\"", "1"));

    assertThat(OFFICE.claim(claim).text())
        .contains("Bring it up to the charges of its visit: make a new claim");
  }
}
