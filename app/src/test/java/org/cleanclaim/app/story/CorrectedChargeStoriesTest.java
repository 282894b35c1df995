package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// Charges that were wrong, or should not have been.
class CorrectedChargeStoriesTest {
  private static final Office OFFICE = new Office("cch", "1003001041");
  private static final OfficeRecords RECORDS = new OfficeRecords(OFFICE);

  private static Encounter charged(String... procedures) {
    String member = OFFICE.member();
    return OFFICE.inside(() ->
        OFFICE.charge(OFFICE.registered(member), "V" + member, Office.SERVED, "11", procedures));
  }

  private static String charges(Encounter visit) {
    return "/encounters/" + visit.publicId() + "/charges";
  }

  private static ApiAnswer late(Encounter visit, String units, String diagnosis) {
    return OFFICE.post(
        Role.BILLER,
        "/encounters/" + visit.publicId() + "/late-charges",
        """
        {"procedure":"20610","units":"%s","diagnoses":[%s],"reason":"Found on the sheet later"}
        """
            .formatted(units, diagnosis));
  }

  @Test
  void whatCannotBeChargedIsRefusedInASentence() {
    var visit = charged("99213");

    assertThat(late(visit, "0", "\"I10\"").is(400).text()).contains("more than zero");
    for (String units : new String[] {"-2", "1E5", "many", "1.2345"}) {
      assertThat(late(visit, units, "\"I10\"").is(400).text()).contains("Units are a number");
    }
    assertThat(late(visit, "1", "").is(400).text()).contains("Choose the diagnoses");
    assertThat(late(visit, "1", "\"E11.9\"").is(400).text())
        .contains("E11.9 is no diagnosis of the chart");
    assertThat(RECORDS.unbilled(visit)).isEqualTo(Money.of("150.00"));
  }

  @Test
  void aChargeIsCorrectedAndAnotherTakenBackToTheCent() {
    var visit = charged("99213", "20610");
    String body =
        """
        {"procedure":"20610","modifiers":["RT"],"units":"2","diagnoses":["I10"],"reason":"%s"}
        """;
    OFFICE.put(Role.CODER, charges(visit) + "/2", body.formatted("Both knees")).is(403);
    OFFICE.put(Role.BILLER, charges(visit) + "/2", body.formatted("no")).is(409);

    var corrected =
        OFFICE.put(Role.BILLER, charges(visit) + "/2", body.formatted("Both knees")).is(200);

    assertThat(corrected.json().size()).isEqualTo(2);
    assertThat(RECORDS.unbilled(visit)).isEqualTo(Money.of("390.00"));

    var left =
        OFFICE
            .post(Role.BILLER, charges(visit) + "/2/withdraw", "{\"reason\":\"It was not done\"}")
            .is(200);
    assertThat(left.json().size()).isEqualTo(1);
    assertThat(RECORDS.unbilled(visit)).isEqualTo(Money.of("150.00"));
    assertThat(
            OFFICE
                .post(
                    Role.BILLER, charges(visit) + "/2/withdraw", "{\"reason\":\"It was not done\"}")
                .is(409)
                .text())
        .contains("Line 2 is not charged any more");
    late(visit, "1", "\"I10\"").is(200);
    assertThat(RECORDS.unbilled(visit)).isEqualTo(Money.of("270.00"));
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aClaimThatThePayerHasIsReplacedWithoutWhatWasTakenBack() {
    var claim = OFFICE.atPayer("99213", "20610");
    var visit = OFFICE.inside(() -> OFFICE.server.bean(Encounters.class).get(claim.encounterId()));
    OFFICE
        .post(Role.BILLER, charges(visit) + "/2/withdraw", "{\"reason\":\"It was not done\"}")
        .is(200);
    assertThat(Office.rows(OFFICE.get(Role.BILLER, "/reconciliation")))
        .anySatisfy(v -> {
          assertThat(v.at("/controlNumber").asString()).isEqualTo(claim.controlNumber());
          assertThat(v.at("/charged").asString()).contains("150");
        });

    var made =
        OFFICE.post(Role.BILLER, "/claims/" + claim.publicId() + "/late-charges", "").is(200);

    assertThat(made.at("/billed")).isEqualTo("150.00");
    assertThat(Office.rows(OFFICE.get(Role.BILLER, "/reconciliation")))
        .noneMatch(v -> v.at("/controlNumber").asString().equals(claim.controlNumber()));
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aLineThatWasTakenOffTheClaimIsListedUntilItsChargeIsTakenBack() {
    var claim = OFFICE.billed(OFFICE.member(), "99213", "20610", "20610");
    assertThat(OFFICE.claim(claim).text()).contains("DUP-EXACT");
    OFFICE
        .post(
            Role.BILLER,
            "/findings/fixes/apply",
            """
            {"rule":"DUP-EXACT","kind":"REMOVE_LINE","claims":[{"claimId":"%s","revision":%d}],"reason":"It was done once"}
            """
                .formatted(claim.publicId(), claim.revision()))
        .is(200);
    assertThat(gap(claim)).isEmpty();

    OFFICE.submitted();

    assertThat(gap(claim)).isEqualTo("NOT_ALL_BILLED");
    var visit = OFFICE.inside(() -> OFFICE.server.bean(Encounters.class).get(claim.encounterId()));
    assertThat(RECORDS.unbilled(visit)).isEqualTo(Money.of("120.00"));
    OFFICE
        .post(Role.BILLER, charges(visit) + "/3/withdraw", "{\"reason\":\"It was done once\"}")
        .is(200);
    assertThat(RECORDS.unbilled(visit)).isEqualTo(Money.ZERO);
    assertThat(gap(claim)).isEmpty();
  }

  private static String gap(BilledClaim claim) {
    for (var row : Office.rows(OFFICE.get(Role.BILLER, "/reconciliation"))) {
      if (row.at("/controlNumber").asString().equals(claim.controlNumber())) {
        return row.at("/gap").asString();
      }
    }
    return "";
  }
}
