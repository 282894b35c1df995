package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// Services on both sides of a day that parts claims: the last of an authorization, the last of a
/// year.
class AuthorizationSplitStoriesTest {
  private static final Office OFFICE = new Office("aut", "1003000928");
  private static final OfficeRecords RECORDS = new OfficeRecords(OFFICE);
  private static final LocalDate LAST = Office.SERVED.minusDays(3);

  private static Patient patient() {
    return OFFICE.inside(() -> OFFICE.registered(OFFICE.member()));
  }

  private static void rule(String visitsOnClaim, boolean isSplitByYear) {
    OFFICE
        .put(
            Role.MANAGER,
            "/payers/harbor/claim-rule",
            """
            {"visitsOnClaim":"%s","isSplitByYear":%s,"lateFacilityCharges":"CORRECTED_CLAIM","why":"Provider manual, chapter 4"}
            """
                .formatted(visitsOnClaim, isSplitByYear))
        .is(200);
  }

  private static String authorized(
      Patient patient, String number, LocalDate from, LocalDate through) {
    return OFFICE
        .post(
            Role.FRONT_DESK,
            "/authorizations",
            """
            {"patient":"%s","payer":"harbor","kind":"PRIOR_AUTHORIZATION","status":"APPROVED","number":"%s",
             "source":"PHONE","services":["20610"],"units":"6","from":"%s","through":"%s"}
            """
                .formatted(patient.publicId(), number, from, through))
        .is(200)
        .at("/id");
  }

  private static String used(String authorization) {
    return OFFICE
        .get(Role.FRONT_DESK, "/authorizations/" + authorization)
        .is(200)
        .at("/authorization/unitsUsed");
  }

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

  @Test
  void visitsBeforeAndAfterTheLastDayOfAnAuthorizationGoOnClaimsOfTheirOwn() {
    var patient = patient();
    String earlier = authorized(patient, "AUTH-1", LAST.minusDays(60), LAST);
    String later = authorized(patient, "AUTH-2", LAST.plusDays(1), LAST.plusDays(90));
    var first = OFFICE.charge(patient, "LSTA", LAST.minusDays(1), "11", "20610");
    var onLast = OFFICE.charge(patient, "LSTB", LAST, "11", "20610");
    var after = OFFICE.charge(patient, "LSTC", LAST.plusDays(1), "11", "20610");
    String all =
        "{\"encounters\":[\"%s\",\"%s\",\"%s\"]}"
            .formatted(first.publicId(), onLast.publicId(), after.publicId());
    assertThat(OFFICE.post(Role.BILLER, "/claims/combined", all).is(409).text())
        .contains("they differ in the authorization");

    var together =
        Office.rows(
            OFFICE.post(
                Role.BILLER,
                "/claims/combined",
                "{\"encounters\":[\"%s\",\"%s\"]}".formatted(first.publicId(), onLast.publicId())));
    var under = RECORDS.claim(together.getFirst().at("/id").asString());
    var alone =
        RECORDS.claim(
            OFFICE
                .post(Role.BILLER, "/encounters/" + after.publicId() + "/claim", "")
                .is(200)
                .at("/claim"));

    assertThat(under.snapshot().authorizationNumber()).isEqualTo("AUTH-1");
    assertThat(under.totalCharge()).isEqualTo(Money.of("240.00"));
    assertThat(alone.snapshot().authorizationNumber()).isEqualTo("AUTH-2");
    assertThat(alone.totalCharge()).isEqualTo(Money.of("120.00"));
    assertThat(new BigDecimal(used(earlier))).isEqualByComparingTo("2");
    assertThat(new BigDecimal(used(later))).isEqualByComparingTo("1");
    OFFICE.submitted();
    assertThat(OFFICE.owed(under)).isEqualTo("240.00");
    assertThat(OFFICE.owed(alone)).isEqualTo("120.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aHospitalBillIsPartedAfterTheLastDayOfItsAuthorization() {
    var patient = patient();
    authorized(patient, "AUTH-3", LAST.minusDays(60), LAST);
    authorized(patient, "AUTH-4", LAST.plusDays(1), LAST.plusDays(90));
    var visit = OFFICE.charge(patient, "HOSA", LAST.minusDays(1), "22");
    stay(
        visit,
        LAST.minusDays(1),
        LAST.plusDays(2),
        "0361 20610 1 300.00 " + LAST.minusDays(1),
        "0361 20610 1 310.00 " + LAST,
        "0361 20610 1 320.00 " + LAST.plusDays(1),
        "0361 20610 1 60.00 " + LAST.plusDays(2));

    var made = OFFICE.post(Role.BILLER, "/encounters/" + visit.publicId() + "/claim", "").is(200);

    var before = RECORDS.claim(made.at("/claim"));
    var after = RECORDS.claim(made.at("/further/0"));
    assertThat(made.json().at("/further").size()).isEqualTo(1);
    assertThat(before.snapshot().authorizationNumber()).isEqualTo("AUTH-3");
    assertThat(before.totalCharge()).isEqualTo(Money.of("610.00"));
    assertThat(before.snapshot().servedThrough().orElseThrow()).isEqualTo(LAST);
    assertThat(after.snapshot().authorizationNumber()).isEqualTo("AUTH-4");
    assertThat(after.totalCharge()).isEqualTo(Money.of("380.00"));
    assertThat(after.servedFrom()).isEqualTo(LAST.plusDays(1));
    assertThat(OFFICE.claim(after).text()).contains("Part 2 of 2", "the authorization");
    OFFICE.submitted();
    assertThat(OFFICE.owed(before)).isEqualTo("610.00");
    assertThat(OFFICE.owed(after)).isEqualTo("380.00");
    assertThat(RECORDS.unbilled(visit)).isEqualTo(Money.ZERO);
  }

  @Test
  void eachPartOfAPartedBillIsFollowedByItsOwnClaimToTheSecondPayer() {
    var summit = new SecondPayer(OFFICE, "summit", "Summit Benefits");
    var patient = patient();
    summit.covers(patient.id(), OFFICE.member());
    authorized(patient, "AUTH-5", LAST.minusDays(60), LAST);
    authorized(patient, "AUTH-6", LAST.plusDays(1), LAST.plusDays(90));
    var visit = OFFICE.charge(patient, "HOSB", LAST, "22");
    stay(
        visit,
        LAST,
        LAST.plusDays(1),
        "0361 20610 1 310.00 " + LAST,
        "0361 20610 1 320.00 " + LAST.plusDays(1));
    var made = OFFICE.post(Role.BILLER, "/encounters/" + visit.publicId() + "/claim", "").is(200);
    var before = RECORDS.claim(made.at("/claim"));
    var after = RECORDS.claim(made.at("/further/0"));
    OFFICE.submitted();
    assertThat(OFFICE.owed(before)).isEqualTo("310.00");
    assertThat(OFFICE.owed(after)).isEqualTo("320.00");

    new Remitted(OFFICE, OFFICE.trace()).line(before, "1", "CO 45 100.00, PR 2 42.00").arrives();
    assertThat(RECORDS.unbilled(visit)).isEqualTo(Money.of("42.00"));
    new Remitted(OFFICE, OFFICE.trace()).line(after, "1", "CO 45 100.00, PR 2 44.00").arrives();

    assertThat(RECORDS.unbilled(visit)).isEqualTo(Money.of("86.00"));
    assertThat(RECORDS.shares(patient)).isEmpty();
    var nextOfBefore = summit.follower(before);
    var nextOfAfter = summit.follower(after);
    assertThat(nextOfBefore.owed()).isEqualTo(Money.of("42.00"));
    assertThat(nextOfAfter.owed()).isEqualTo(Money.of("44.00"));
    assertThat(nextOfBefore.totalCharge()).isEqualTo(Money.of("310.00"));
    assertThat(nextOfAfter.snapshot().lines())
        .singleElement()
        .satisfies(l -> {
          assertThat(l.servedFrom()).isEqualTo(LAST.plusDays(1));
          assertThat(l.priorAdjudications())
              .singleElement()
              .satisfies(a -> assertThat(a.paid()).isEqualTo(Money.of("176.00")));
        });
    assertThat(OFFICE.claim(nextOfBefore).at("/status"))
        .as(OFFICE.claim(nextOfBefore).text())
        .isEqualTo("READY");
    assertThat(OFFICE.claim(nextOfAfter).at("/status"))
        .as(OFFICE.claim(nextOfAfter).text())
        .isEqualTo("READY");

    String file = new String(summit.sent(), StandardCharsets.ISO_8859_1);

    assertThat(file)
        .containsSubsequence(
            "CLM*" + nextOfBefore.controlNumber() + "*310*",
            "AMT*D*168~",
            "SV2*0361*HC:20610*310*",
            "*168*HC:20610*0361*1~",
            "CAS*CO*45*100~",
            "CAS*PR*2*42~",
            "CLM*" + nextOfAfter.controlNumber() + "*320*",
            "AMT*D*176~",
            "SV2*0361*HC:20610*320*",
            "*176*HC:20610*0361*1~",
            "CAS*CO*45*100~",
            "CAS*PR*2*44~");
    assertThat(OFFICE.owed(nextOfBefore)).isEqualTo("42.00");
    assertThat(OFFICE.owed(nextOfAfter)).isEqualTo("44.00");
    assertThat(RECORDS.unbilled(visit)).isEqualTo(Money.ZERO);
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aPayerThatWantsOneYearOnAClaimGetsTwoForServicesAroundNewYear() {
    var newYear = LocalDate.of(Office.TODAY.getYear(), 1, 1);
    var patient = patient();
    var old = OFFICE.charge(patient, "YRA", newYear.minusDays(1), "11", "99213");
    var young = OFFICE.charge(patient, "YRB", newYear, "11", "20610");
    var bill = OFFICE.charge(patient, "YRH", newYear.minusDays(1), "22");
    stay(
        bill,
        newYear.minusDays(1),
        newYear,
        "0361 20610 1 300.00 " + newYear.minusDays(1),
        "0361 20610 1 310.00 " + newYear);
    String both = "{\"encounters\":[\"%s\",\"%s\"]}".formatted(old.publicId(), young.publicId());
    rule("ONE", true);
    try {
      assertThat(OFFICE.post(Role.BILLER, "/claims/combined", both).is(409).text())
          .contains("they differ in the calendar year");
      var made = OFFICE.post(Role.BILLER, "/encounters/" + bill.publicId() + "/claim", "").is(200);

      var first = RECORDS.claim(made.at("/claim"));
      var second = RECORDS.claim(made.at("/further/0"));
      assertThat(first.snapshot().servedThrough().orElseThrow()).isEqualTo(newYear.minusDays(1));
      assertThat(first.totalCharge()).isEqualTo(Money.of("300.00"));
      assertThat(second.servedFrom()).isEqualTo(newYear);
      assertThat(second.totalCharge()).isEqualTo(Money.of("310.00"));
      assertThat(OFFICE.claim(second).text()).contains("the calendar year");
    } finally {
      rule("ONE", false);
    }
    assertThat(Office.rows(OFFICE.post(Role.BILLER, "/claims/combined", both)))
        .singleElement()
        .satisfies(c -> assertThat(c.at("/billed").asString()).isEqualTo("270.00"));
  }
}
