package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.identifier.PayerId;
import org.junit.jupiter.api.Test;

/// Several visits on one claim, one visit on several claims, and hospital charges that come late.
class SplitClaimStoriesTest {
  private static final Office OFFICE = new Office("spl", "1003000902");
  private static final OfficeRecords RECORDS = new OfficeRecords(OFFICE);
  private static final LocalDate EARLIER = Office.SERVED.minusDays(2);

  private static String visits(Encounter... visits) {
    var ids = new ArrayList<String>();
    for (Encounter visit : visits) ids.add('"' + visit.publicId().toString() + '"');
    return "{\"encounters\":" + ids + "}";
  }

  private static void rule(String visitsOnClaim, String lateCharges) {
    OFFICE
        .put(
            Role.MANAGER,
            "/payers/harbor/claim-rule",
            """
            {"visitsOnClaim":"%s","isSplitByYear":false,"lateFacilityCharges":"%s","why":"Provider manual, chapter 4"}
            """
                .formatted(visitsOnClaim, lateCharges))
        .is(200);
  }

  private static Encounter first(Patient patient, String number) {
    return OFFICE.charge(patient, number + "A", EARLIER, "11", "99213");
  }

  private static Encounter second(Patient patient, String number) {
    return OFFICE.charge(patient, number + "B", Office.SERVED, "11", "20610");
  }

  private static BilledClaim combined(Encounter one, Encounter other) {
    var made = Office.rows(OFFICE.post(Role.BILLER, "/claims/combined", visits(other, one)));
    assertThat(made).hasSize(1);
    return RECORDS.claim(made.getFirst().at("/id").asString());
  }

  @Test
  void twoVisitsGoOnOneClaimAndEachHasItsOwnShareOfTheDecision() {
    String member = OFFICE.member();
    var patient = OFFICE.inside(() -> OFFICE.registered(member));
    var one = first(patient, "CMB");
    var other = second(patient, "CMB");
    OFFICE.post(Role.FRONT_DESK, "/claims/combined", visits(one, other)).is(403);
    OFFICE.post(Role.BILLER, "/claims/combined", visits(one)).is(409);

    var claim = combined(one, other);

    assertThat(OFFICE.claim(claim).at("/billed")).isEqualTo("270.00");
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("READY");
    assertThat(OFFICE.claim(claim).json().at("/visits").size()).isEqualTo(2);
    assertThat(OFFICE.claim(claim).at("/visits/0/visitNumber")).isEqualTo("CMBA");
    assertThat(OFFICE.claim(claim).at("/visits/1/billed")).isEqualTo("120.00");
    assertThat(OFFICE.claim(claim).at("/servedFrom")).isEqualTo(EARLIER.toString());
    assertThat(OFFICE.post(Role.BILLER, "/claims/combined", visits(one, other)).is(409).text())
        .contains("CMBA is on claim " + claim.controlNumber());
    assertThat(
            OFFICE
                .post(Role.BILLER, "/encounters/" + other.publicId() + "/claim", "")
                .is(200)
                .at("/controlNumber"))
        .isEqualTo(claim.controlNumber());

    assertThat(OFFICE.page("/claims/" + claim.publicId()))
        .contains("Visits on it", "CMBA", "CMBB", "Add a document");
    var box = OFFICE.box(List.of(member));
    OFFICE.deliver(box);
    assertThat(RECORDS.unbilled(one)).isEqualTo(Money.ZERO);
    assertThat(RECORDS.unbilled(other)).isEqualTo(Money.ZERO);
    assertThat(OFFICE.owed(claim)).isEqualTo("270.00");
    assertThat(RECORDS.shares(patient)).isEmpty();
    OFFICE.payRun(box);

    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("ADJUDICATED");
    assertThat(RECORDS.shares(patient))
        .containsOnly(Map.entry("CMBA", "30.00"), Map.entry("CMBB", "14.00"));
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("44.00");
    assertThat(OFFICE.next(claim)).isEqualTo("Nothing: the payer's part is settled");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aClaimOfTwoVisitsIsReplacedAndVoidedWhole() {
    String member = OFFICE.member();
    var patient = OFFICE.inside(() -> OFFICE.registered(member));
    var one = first(patient, "RPL");
    var other = second(patient, "RPL");
    var claim = combined(one, other);
    var box = OFFICE.box(List.of(member));
    OFFICE.deliver(box);
    OFFICE
        .post(
            Role.BILLER,
            "/encounters/" + other.publicId() + "/late-charges",
            """
            {"procedure":"99213","units":"1","diagnoses":["I10"],"reason":"Found on the sheet later"}
            """)
        .is(200);
    assertThat(RECORDS.unbilled(other)).isEqualTo(Money.of("150.00"));

    var replacement =
        RECORDS.claim(
            OFFICE
                .post(Role.BILLER, "/claims/" + claim.publicId() + "/late-charges", "")
                .is(200)
                .at("/claim"));
    assertThat(OFFICE.claim(replacement).at("/billed")).isEqualTo("420.00");
    assertThat(OFFICE.claim(replacement).json().at("/visits").size()).isEqualTo(2);
    OFFICE.deliver(box);

    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("REPLACED");
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.owed(replacement)).isEqualTo("420.00");
    assertThat(RECORDS.unbilled(one)).isEqualTo(Money.ZERO);
    assertThat(RECORDS.unbilled(other)).isEqualTo(Money.ZERO);

    OFFICE
        .post(
            Role.BILLER,
            "/claims/" + replacement.publicId() + "/corrections",
            "{\"how\":\"VOID\",\"reason\":\"Billed to the wrong payer\"}")
        .is(200);
    OFFICE.deliver(box);

    assertThat(OFFICE.claim(replacement).at("/status")).isEqualTo("VOIDED");
    assertThat(OFFICE.owed(replacement)).isEqualTo("0.00");
    assertThat(RECORDS.unbilled(one)).isEqualTo(Money.of("150.00"));
    assertThat(RECORDS.unbilled(other)).isEqualTo(Money.of("270.00"));
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void thePayersRulePutsVisitsOfADayTogetherButNotOfTwoPlaces() {
    String member = OFFICE.member();
    var patient = OFFICE.inside(() -> OFFICE.registered(member));
    var one = OFFICE.charge(patient, "DAYA", Office.SERVED, "11", "99213");
    OFFICE.charge(patient, "DAYB", Office.SERVED, "11", "20610");
    var elsewhere = OFFICE.charge(patient, "DAYC", Office.SERVED, "22", "20610");
    rule("SAME_DAY", "CORRECTED_CLAIM");
    try {
      var made = OFFICE.post(Role.BILLER, "/encounters/" + one.publicId() + "/claim", "").is(200);

      var claim = RECORDS.claim(made.at("/claim"));
      assertThat(OFFICE.claim(claim).at("/billed")).isEqualTo("270.00");
      var further = RECORDS.claim(made.at("/further/0"));
      assertThat(OFFICE.claim(further).at("/billed")).isEqualTo("120.00");
      assertThat(OFFICE.claim(further).at("/visits/0/visitNumber")).isEqualTo("DAYC");
      assertThat(OFFICE.claim(further).text()).contains("the place of service");
    } finally {
      rule("ONE", "CORRECTED_CLAIM");
    }
    var another = OFFICE.charge(patient, "DAYD", EARLIER, "11", "99213");
    assertThat(
            OFFICE.post(Role.BILLER, "/claims/combined", visits(another, elsewhere)).is(409).text())
        .contains("DAYC is on claim");
    assertThat(OFFICE.page("/reconciliation"))
        .contains("Choose visit DAYD", "Bill the chosen visits on one claim");
    assertThat(OFFICE.page("/payers/claim-rules")).contains("Visits of one day on one claim");
    var far = OFFICE.charge(patient, "DAYE", EARLIER, "22", "20610");
    assertThat(OFFICE.post(Role.BILLER, "/claims/combined", visits(another, far)).is(409).text())
        .contains("they differ in the place of service");
  }

  @Test
  void moreThanFiftyLinesGoOnTwoClaimsAndWhatThePatientPaidOnTheFirst() {
    String member = OFFICE.member();
    var patient = OFFICE.inside(() -> OFFICE.registered(member));
    var procedures = new ArrayList<>(Collections.nCopies(52, "20610"));
    procedures.add("99213");
    var visit =
        OFFICE.charge(patient, "FIFTY", Office.SERVED, "11", procedures.toArray(String[]::new));
    OFFICE
        .post(
            Role.FRONT_DESK,
            "/billing/payments",
            """
            {"patient":"%s","visit":"%s","receipt":"RFIFTY","method":"cash","purpose":"COPAY","amount":"30.00"}
            """
                .formatted(patient.publicId(), visit.publicId()))
        .is(200);

    var made = OFFICE.post(Role.BILLER, "/encounters/" + visit.publicId() + "/claim", "").is(200);

    var first = RECORDS.claim(made.at("/claim"));
    var second = RECORDS.claim(made.at("/further/0"));
    assertThat(made.json().at("/further").size()).isEqualTo(1);
    assertThat(first.snapshot().lines()).hasSize(50);
    assertThat(second.snapshot().lines()).hasSize(3);
    assertThat(first.totalCharge().plus(second.totalCharge())).isEqualTo(Money.of("6390.00"));
    assertThat(RECORDS.unbilled(visit)).isEqualTo(Money.of("6390.00"));
    assertThat(first.snapshot().patientPaid()).isEqualTo(Money.of("30.00"));
    assertThat(second.snapshot().patientPaid()).isNull();
    assertThat(OFFICE.claim(first).at("/otherParts/0/controlNumber"))
        .isEqualTo(second.controlNumber());
    assertThat(OFFICE.claim(second).text()).contains("Part 2 of 2", "50 lines");
    assertThat(Office.rows(OFFICE.get(Role.BILLER, "/reconciliation")))
        .noneMatch(v -> v.at("/visitNumber").asString().equals("FIFTY"));

    OFFICE
        .post(
            Role.BILLER,
            "/encounters/" + visit.publicId() + "/late-charges",
            """
            {"procedure":"99213","units":"1","diagnoses":["I10"],"reason":"Found on the sheet later"}
            """)
        .is(200);
    assertThat(Office.rows(OFFICE.get(Role.BILLER, "/reconciliation")))
        .anySatisfy(v -> assertThat(v.at("/gap").asString()).isEqualTo("LATE_CHARGES"));
    OFFICE.post(Role.BILLER, "/claims/" + second.publicId() + "/late-charges", "").is(200);
    assertThat(OFFICE.claim(second).json().at("/lines").size()).isEqualTo(4);
    assertThat(OFFICE.claim(first).json().at("/lines").size()).isEqualTo(50);
    assertThat(Office.rows(OFFICE.get(Role.BILLER, "/reconciliation")))
        .noneMatch(v -> v.at("/visitNumber").asString().equals("FIFTY"));
  }

  @Test
  void nothingLeavesBeforeSomebodySendsIt() {
    OFFICE.post(Role.BILLER, "/payers/harbor/submissions", "").is(200);
    var claim = OFFICE.billed(OFFICE.member(), "99213");
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("READY");
    assertThat(Office.rows(OFFICE.get(Role.BILLER, "/submissions/ready")))
        .anySatisfy(w -> {
          assertThat(w.at("/slug").asString()).isEqualTo("harbor");
          assertThat(w.at("/claims").asInt()).isEqualTo(1);
          assertThat(w.at("/billed").asString()).isEqualTo("150.00");
        });
    assertThat(OFFICE.page("/submissions")).contains("Harbor Health", "Send them");
    OFFICE.post(Role.FRONT_DESK, "/payers/harbor/submissions", "").is(403);
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("READY");

    var sent = OFFICE.post(Role.BILLER, "/payers/harbor/submissions", "").is(200);

    assertThat(sent.at("/claims/0")).isEqualTo(claim.controlNumber());
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("SENT");
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    assertThat(
            OFFICE
                .post(Role.BILLER, "/payers/harbor/submissions", "")
                .is(200)
                .json()
                .at("/files")
                .size())
        .isZero();
  }

  @Test
  void whoeverChangesWhatSomebodyElseHasChangedIsTold() {
    var claim = OFFICE.billed(OFFICE.member(), "99213");
    String fix =
        """
        {"rule":"PROF-POINTER","kind":"PLACE_OF_SERVICE","value":"22","reason":"Seen at the other office",
         "claims":[{"claimId":"%s","revision":1}]}
        """
            .formatted(claim.publicId());
    OFFICE.postText("/claims/" + claim.publicId() + "/attachments?type=M1", "A note").is(200);

    var late = OFFICE.post(Role.BILLER, "/findings/fixes/apply", fix).is(200);

    assertThat(late.at("/outcomes/0/result")).isEqualTo("REFUSED");
    assertThat(late.at("/outcomes/0/why"))
        .isEqualTo(
            "Somebody has changed it since: you saw revision 1, it is at revision 2. Look at it"
                + " again.");
    assertThat(RECORDS.claim(claim.publicId().toString()).snapshot().placeOfService())
        .isEqualTo(claim.snapshot().placeOfService());
  }

  @Test
  void whatTwoUsersDoAtOnceIsBothKept() throws Exception {
    var claim = OFFICE.billed(OFFICE.member(), "99213");
    String path = "/claims/" + claim.publicId() + "/attachments?type=";
    try (var users = java.util.concurrent.Executors.newFixedThreadPool(2)) {
      var one = users.submit(() -> OFFICE.postText(path + "M1", "A note"));
      var other = users.submit(() -> OFFICE.postText(path + "LA", "Results"));
      one.get().is(200);
      other.get().is(200);
    }

    var now = RECORDS.claim(claim.publicId().toString());
    assertThat(now.revision()).isEqualTo(3);
    assertThat(now.snapshot().particulars().attachments())
        .extracting(a -> a.reportType())
        .containsExactlyInAnyOrder("M1", "LA");
  }

  // ---- hospital bills ----

  private static void stay(Encounter visit, LocalDate from, LocalDate through, String... lines) {
    OFFICE
        .put(
            Role.BILLER,
            "/encounters/" + visit.publicId() + "/stay",
            """
            {"billType":"13","servedFrom":"%s","servedThrough":"%s","admissionType":"3","admissionSource":"1",
             "patientStatus":"01","codes":"reason I10"}
            """
                .formatted(from, through))
        .is(200);
    OFFICE
        .post(
            Role.BILLER,
            "/encounters/" + visit.publicId() + "/facility-charges",
            "{\"lines\":\"" + String.join("\\n", lines) + "\"}")
        .is(200);
  }

  private static Encounter outpatient(Patient patient, String number) {
    return OFFICE.charge(patient, number, EARLIER, "22");
  }

  private static BilledClaim billed(Encounter visit) {
    return RECORDS.claim(
        OFFICE
            .post(Role.BILLER, "/encounters/" + visit.publicId() + "/claim", "")
            .is(200)
            .at("/claim"));
  }

  @Test
  void aHospitalBillAcrossTheEndOfACoverageGoesToBothPayers() {
    String member = OFFICE.member();
    var patient = OFFICE.inside(() -> OFFICE.registered(member));
    var later = Office.SERVED;
    OFFICE.inside(() -> {
      var coverages = OFFICE.server.bean(Coverages.class);
      coverages.end(coverages.ofPatient(patient.id()).getFirst().id(), later, "Changed employer");
      Payer next =
          OFFICE
              .server
              .bean(Payers.class)
              .register(
                  new Payer(
                      0,
                      "ridge",
                      "Ridge Health",
                      new PayerId("RIDGESPL"),
                      FilingIndicator.COMMERCIAL,
                      365,
                      null,
                      Set.of()));
      return coverages.add(
          new Coverage(
              0,
              patient.id(),
              next.id(),
              PayerSequence.PRIMARY,
              "Silver",
              new MemberId("RIDGE1"),
              null,
              Relationship.SELF,
              null,
              null,
              null,
              null,
              EffectivePeriod.from(later)));
    });
    var visit = outpatient(patient, "TWOPAY");
    stay(
        visit,
        EARLIER,
        later,
        "0450 99213 1 850.00 " + EARLIER,
        "0300 - 1 60.00 " + EARLIER,
        "0450 99213 1 410.00 " + later);

    var made = OFFICE.post(Role.BILLER, "/encounters/" + visit.publicId() + "/claim", "").is(200);

    var first = RECORDS.claim(made.at("/claim"));
    var second = RECORDS.claim(made.at("/further/0"));
    assertThat(first.snapshot().payer().name()).isEqualTo("Harbor Health");
    assertThat(second.snapshot().payer().name()).isEqualTo("Ridge Health");
    assertThat(first.totalCharge()).isEqualTo(Money.of("910.00"));
    assertThat(second.totalCharge()).isEqualTo(Money.of("410.00"));
    assertThat(second.servedFrom()).isEqualTo(later);
    assertThat(second.snapshot().particulars().dates())
        .anySatisfy(d -> assertThat(d.from()).isEqualTo(later));
    assertThat(RECORDS.unbilled(visit)).isEqualTo(Money.of("1320.00"));
    assertThat(OFFICE.claim(second).text()).contains("the coverage of the day");
  }

  @Test
  void aLateFacilityChargeReplacesTheHospitalsClaim() {
    rule("ONE", "CORRECTED_CLAIM");
    var late = lateFacility("LATE7");

    assertThat(late.snapshot().frequency().code()).isEqualTo("7");
    assertThat(late.totalCharge()).isEqualTo(Money.of("910.00"));
  }

  @Test
  void aLateFacilityChargeGoesAloneWhereThePayerWantsIt() {
    rule("ONE", "LATE_CHARGE_CLAIM");
    try {
      var late = lateFacility("LATE5");

      assertThat(late.snapshot().frequency().code()).isEqualTo("5");
      assertThat(late.totalCharge()).isEqualTo(Money.of("60.00"));
      assertThat(late.snapshot().lines()).hasSize(1);
      assertThat(OFFICE.claim(late).at("/status")).as(OFFICE.claim(late).text()).isEqualTo("READY");
      String sent = new String(OFFICE.submitted(), StandardCharsets.ISO_8859_1);
      assertThat(sent).contains("*60*", "*13:A:5*");
      assertThat(OFFICE.owed(late)).isEqualTo("60.00");
      assertThat(OFFICE.isBalanced()).isTrue();
    } finally {
      rule("ONE", "CORRECTED_CLAIM");
    }
  }

  private static BilledClaim lateFacility(String number) {
    String member = OFFICE.member();
    var patient = OFFICE.inside(() -> OFFICE.registered(member));
    var visit = outpatient(patient, number);
    stay(visit, EARLIER, EARLIER, "0450 99213 1 850.00 " + EARLIER);
    var claim = billed(visit);
    assertThat(OFFICE.claim(claim).at("/status")).as(OFFICE.claim(claim).text()).isEqualTo("READY");
    OFFICE.deliver(OFFICE.box(List.of(member)));
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("AT_PAYER");
    String line = "{\"line\":\"0361 20610 1 60.00 %s\",\"reason\":\"%s\"}";
    String path = "/encounters/" + visit.publicId() + "/late-facility-charges";
    OFFICE.post(Role.BILLER, path, line.formatted(EARLIER, "no")).is(409);
    OFFICE.post(Role.BILLER, path, line.formatted(EARLIER, "Lab sent it later")).is(200);
    assertThat(RECORDS.unbilled(visit)).isEqualTo(Money.of("60.00"));
    assertThat(Office.rows(OFFICE.get(Role.BILLER, "/reconciliation")))
        .anySatisfy(v -> {
          assertThat(v.at("/visitNumber").asString()).isEqualTo(number);
          assertThat(v.at("/gap").asString()).isEqualTo("LATE_CHARGES");
        });
    var made =
        RECORDS.claim(
            OFFICE
                .post(Role.BILLER, "/claims/" + claim.publicId() + "/late-charges", "")
                .is(200)
                .at("/claim"));
    assertThat(Office.rows(OFFICE.get(Role.BILLER, "/reconciliation")))
        .noneMatch(v -> v.at("/visitNumber").asString().equals(number));
    return made;
  }
}
