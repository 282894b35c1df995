package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.app.story.VisitsOnClaims.EARLIER;
import static org.cleanclaim.app.story.VisitsOnClaims.OFFICE;
import static org.cleanclaim.app.story.VisitsOnClaims.RECORDS;
import static org.cleanclaim.app.story.VisitsOnClaims.billed;
import static org.cleanclaim.app.story.VisitsOnClaims.first;
import static org.cleanclaim.app.story.VisitsOnClaims.rule;
import static org.cleanclaim.app.story.VisitsOnClaims.second;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.CoverageCorrections;
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

/// One visit on several claims, and hospital charges that come late.
class SplitClaimStoriesTest {
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
    assertThat(OFFICE.claim(second).json().at("/lines").size()).isEqualTo(4);
    assertThat(OFFICE.claim(first).json().at("/lines").size()).isEqualTo(50);
    assertThat(Office.rows(OFFICE.get(Role.BILLER, "/reconciliation")))
        .noneMatch(v -> v.at("/visitNumber").asString().equals("FIFTY"));
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

  @Test
  void aHospitalBillAcrossTheEndOfACoverageGoesToBothPayers() {
    String member = OFFICE.member();
    var patient = OFFICE.inside(() -> OFFICE.registered(member));
    var later = Office.SERVED;
    OFFICE.inside(() -> {
      var coverages = OFFICE.server.bean(Coverages.class);
      OFFICE
          .server
          .bean(CoverageCorrections.class)
          .end(coverages.ofPatient(patient.id()).getFirst().id(), later, "Changed employer");
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
