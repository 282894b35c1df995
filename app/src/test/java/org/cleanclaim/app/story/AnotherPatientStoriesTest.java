package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.junit.jupiter.api.Test;

/// Payments that have a claim's number and are of somebody else.
class AnotherPatientStoriesTest {
  private static final Office OFFICE = new Office("anp", "1003001009");
  private static final String PAID = "CO 45 58.00, PR 3 30.00";
  private static final LocalDate LONG_AGO = Office.SERVED.minusYears(1);

  private static Remitted remitted(String trace) {
    return new Remitted(OFFICE, trace);
  }

  private static PersonName name(BilledClaim claim) {
    return OFFICE.inside(() -> OFFICE.server.bean(Patients.class).get(claim.patientId()).name());
  }

  private static String member(BilledClaim claim) {
    return claim.snapshot().subscriber().memberId().value();
  }

  @Test
  void ourNumberWithAnotherPatientAndAnotherDayWaitsForAPerson() {
    var claim = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();

    remitted(trace)
        .patient("Nobody", "Xavier", "ZZZ99999")
        .served(LONG_AGO)
        .line(claim, "1", PAID)
        .arrives();

    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("AT_PAYER");
    assertThat(OFFICE.waiting(trace).getFirst().at("/sentence").asString())
        .contains(
            "Claim %s has this number".formatted(claim.controlNumber()),
            "the patient's name, the member id and the day of service (%s, the claim is of %s)"
                .formatted(LONG_AGO, Office.SERVED))
        .doesNotContain("Nobody", "ZZZ99999");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aSingleFieldThatDiffersStopsNoPosting() {
    var named = OFFICE.atPayer("99213");
    var numbered = OFFICE.atPayer("99213");
    var dated = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();

    remitted(trace)
        .patient("Nobody", "Xavier", member(named))
        .line(named, "1", PAID)
        .patient(name(numbered).last(), "Ada", "ZZZ99999")
        .line(numbered, "1", PAID)
        .patient(name(dated).last(), "Ada", member(dated))
        .served(LONG_AGO)
        .line(dated, "1", PAID)
        .arrives();

    assertThat(OFFICE.waiting(trace)).isEmpty();
    assertThat(OFFICE.owed(named)).isEqualTo("0.00");
    assertThat(OFFICE.owed(numbered)).isEqualTo("0.00");
    assertThat(OFFICE.owed(dated)).isEqualTo("0.00");
  }

  @Test
  void ofSeveralClaimsWithOneNumberOfThePayerTheOneThatFitsIsPaid() {
    var other = OFFICE.atPayer("99213");
    var meant = OFFICE.atPayer("99213");
    numberedByPayer("SAME1", other, meant);
    String trace = OFFICE.trace();

    remitted(trace)
        .patient(name(meant).last(), "Bea", "ZZZ99999")
        .payerNumbered("SAME1", meant, "1", PAID)
        .arrives();

    assertThat(OFFICE.waiting(trace).getFirst().at("/sentence").asString())
        .contains("2 claims have this number of the payer", "none of them fits");

    String fitting = OFFICE.trace();
    remitted(fitting)
        .patient(name(meant).last(), "Ada", member(meant))
        .payerNumbered("SAME1", meant, "1", "CO 45 59.00, PR 3 30.00")
        .arrives();

    assertThat(OFFICE.waiting(fitting)).isEmpty();
    assertThat(OFFICE.owed(other)).isEqualTo("150.00");
    assertThat(OFFICE.owed(meant)).isEqualTo("0.00");
  }

  private static void numberedByPayer(String number, BilledClaim... claims) {
    OFFICE.write(() -> {
      for (BilledClaim claim : claims) {
        OFFICE
            .jdbc()
            .sql("update claim set payer_claim_control_number = :number where claim_id = :claim")
            .param("number", number)
            .param("claim", claim.id().value())
            .update();
      }
    });
  }

  @Test
  void anotherPatientOrDayIsMatchedByHandOnlyWithAWord() {
    var claim = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();
    remitted(trace)
        .patient("Nobody", "Xavier", "ZZZ99999")
        .served(LONG_AGO)
        .unknown("NOBODY79", claim, "1", PAID)
        .arrives();
    String match =
        "/remittances/exceptions/%s/match"
            .formatted(OFFICE.waiting(trace).getFirst().at("/id").asString());
    String body = "{\"claim\": \"%s\", \"reason\": \"%s\"}";

    var refused =
        OFFICE.post(Role.BILLER, match, body.formatted(claim.controlNumber(), "")).is(409);

    assertThat(refused.at("/detail"))
        .contains("differs from claim " + claim.controlNumber(), "the day of service", "write why");
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    OFFICE
        .post(Role.BILLER, match, body.formatted(claim.controlNumber(), "The payer told so"))
        .is(200);
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
  }
}
