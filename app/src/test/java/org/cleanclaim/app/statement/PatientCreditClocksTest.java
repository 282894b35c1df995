package org.cleanclaim.app.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.deadline.Clock;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.patient.Patient;
import org.junit.jupiter.api.Test;

/// What a patient has paid too much has its day by which it is back or applied.
class PatientCreditClocksTest {
  private static final LocalDate SERVED = LocalDate.of(2026, 1, 5);
  private static final LocalDate DAY = LocalDate.of(2026, 2, 2);
  private static final BillingPractice PRACTICE = new BillingPractice("pcc", "1935472815");

  private static void pays(Patient patient, String receipt, String amount) {
    var answer =
        PRACTICE.post(
            "fran",
            "/billing/payments",
            """
            {"patient": "%s", "receipt": "%s", "method": "check", "purpose": "STATEMENT", "amount": "%s",
             "receivedOn": "%s"}
            """
                .formatted(patient.publicId(), receipt, amount, DAY));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static void goesBack(Patient patient, String amount, String check) {
    var refund =
        PRACTICE.post(
            "bill",
            "/billing/refunds",
            "{\"patient\": \"%s\", \"amount\": \"%s\", \"cause\": \"Paid too much\"}"
                .formatted(patient.publicId(), amount));
    assertThat(refund.status()).as(refund.text()).isEqualTo(200);
    String deeds = "/billing/refunds/" + refund.at("/id") + "/deeds";
    assertThat(PRACTICE.post("mara", deeds, "{\"action\": \"approve\"}").status()).isEqualTo(200);
    assertThat(clock(patient, 1).orElseThrow().isOpen()).as("agreed, not paid").isTrue();
    var paid =
        PRACTICE.post(
            "bill",
            deeds,
            "{\"action\": \"pay\", \"method\": \"check\", \"reference\": \"%s\"}".formatted(check));
    assertThat(paid.status()).as(paid.text()).isEqualTo(200);
  }

  private static Optional<Clock> clock(Patient patient, int step) {
    return PRACTICE.as(
        Role.BILLER,
        () ->
            PRACTICE
                .server
                .bean(Deadlines.class)
                .find(
                    ClockKind.PATIENT_CREDIT,
                    "credit of account " + patient.accountNumber(),
                    step));
  }

  private static void round() {
    PRACTICE.inside(() -> {
      PRACTICE.server.bean(PatientCreditClocks.class).lookAtAll();
      return true;
    });
  }

  private static LocalDate today() {
    return PRACTICE.as(Role.BILLER, () -> PRACTICE.server.bean(Deadlines.class).today());
  }

  @Test
  void aCreditRunsUntilAllOfItIsBackWithThePatient() {
    var patient = PRACTICE.patient();

    pays(patient, "PCC-1", "80");
    var running = clock(patient, 1).orElseThrow();
    assertThat(running.dueOn()).isEqualTo(today().plusDays(60));
    assertThat(running.rule().isAssumed()).isTrue();
    assertThat(running.title())
        .isEqualTo("Return or apply the credit of account " + patient.accountNumber());
    assertThat(running.link()).isEqualTo("/billing/accounts/" + patient.publicId());

    goesBack(patient, "50", "1051");
    assertThat(clock(patient, 1).orElseThrow().isOpen()).as("30.00 is owed back still").isTrue();
    goesBack(patient, "30", "1052");
    assertThat(clock(patient, 1).orElseThrow())
        .returns(Clock.State.MET, Clock::state)
        .returns("Refund by check, 1052", Clock::evidence);
  }

  @Test
  void aCreditThatIsAppliedEndsItsClockAndTheNextOneHasItsOwn() {
    var patient = PRACTICE.patient();
    pays(patient, "PCC-2", "80");
    PRACTICE.selfPay(patient, SERVED, "75");

    PRACTICE.statementsOf(DAY);
    assertThat(clock(patient, 1).orElseThrow().isOpen()).as("5.00 is left").isTrue();
    PRACTICE.selfPay(patient, SERVED, "10");
    pays(patient, "PCC-3", "5");
    assertThat(clock(patient, 1).orElseThrow().state()).isEqualTo(Clock.State.ENDED);

    pays(patient, "PCC-4", "30");
    assertThat(clock(patient, 2).orElseThrow().isOpen()).isTrue();
  }

  @Test
  void whatIsPaidAheadHasNoClockUntilThePayerHasDecided() {
    var patient = PRACTICE.patient();
    var visit = PRACTICE.encounter(patient, SERVED);
    String claim = PRACTICE.billed(visit, "kind", "AT_PAYER", "120");
    pays(patient, "PCC-5", "40");
    round();
    assertThat(clock(patient, 1)).isEmpty();

    PRACTICE.decided(visit, claim, "kind", "80", "30", "10");
    round();

    assertThat(clock(patient, 1).orElseThrow().isOpen()).isTrue();
  }

  @Test
  void aCopayTakenBeforeTheVisitIsChargedHasNoClock() {
    var patient = PRACTICE.patient();
    PRACTICE.encounter(patient, SERVED);

    pays(patient, "PCC-9", "40");

    assertThat(clock(patient, 1)).isEmpty();
  }

  @Test
  void whatIsPaidBesideADenialThatIsWorkedHasNoClock() {
    var patient = PRACTICE.patient();
    var visit = PRACTICE.encounter(patient, SERVED);
    String claim = PRACTICE.billed(visit, "kind", "AT_PAYER", "120");
    PRACTICE.decided(visit, claim, "kind", "0", "30", "0");

    pays(patient, "PCC-10", "40");

    assertThat(clock(patient, 1)).isEmpty();
  }

  @Test
  void aVisitThatComesAgainstTheCreditEndsItsClock() {
    var patient = PRACTICE.patient();
    pays(patient, "PCC-6", "40");
    assertThat(clock(patient, 1).orElseThrow().isOpen()).isTrue();

    PRACTICE.billed(PRACTICE.encounter(patient, SERVED), "kind", "AT_PAYER", "120");
    round();

    assertThat(clock(patient, 1).orElseThrow().state()).isEqualTo(Clock.State.ENDED);
  }

  @Test
  void medicareAllowsSixtyDaysAtMostAndThePracticeSaysTheRest() {
    var insured = PRACTICE.patient();
    var senior = PRACTICE.patient();
    var visit = PRACTICE.selfPay(senior, SERVED, "5");
    PRACTICE.write(() -> PRACTICE.cover(visit, "federal", "PRIMARY"));
    pays(insured, "PCC-7", "20");
    pays(senior, "PCC-8", "20");

    var policy = PRACTICE.put("mara", "/billing/policy", "{\"creditDays\": 90}");
    assertThat(policy.status()).as(policy.text()).isEqualTo(200);
    round();

    assertThat(clock(insured, 1).orElseThrow().dueOn()).isEqualTo(today().plusDays(90));
    var federal = clock(senior, 1).orElseThrow();
    assertThat(federal.dueOn()).isEqualTo(today().plusDays(60));
    assertThat(federal.rule().source()).isEqualTo("42 CFR 489.41(b)");
    assertThat(federal.rule().isAssumed()).isFalse();

    PRACTICE.put("mara", "/billing/policy", "{\"creditDays\": 30}");
    round();
    assertThat(clock(senior, 1).orElseThrow().dueOn()).isEqualTo(today().plusDays(30));
    PRACTICE.put("mara", "/billing/policy", "{\"creditDays\": 60}");
  }
}
