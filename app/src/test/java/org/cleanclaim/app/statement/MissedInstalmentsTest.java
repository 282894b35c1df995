package org.cleanclaim.app.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.deadline.Clock;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.DeadlineFilter;
import org.cleanclaim.app.deadline.DeadlineFilter.Order;
import org.cleanclaim.app.deadline.DeadlineFilter.Span;
import org.cleanclaim.app.deadline.DeadlineLists;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.app.worklist.Worklists;
import org.junit.jupiter.api.Test;

/// A missed instalment finds its way to somebody who talks with the household.
class MissedInstalmentsTest {
  private static final LocalDate SERVED = LocalDate.of(2026, 1, 5);
  private static final BillingPractice PRACTICE = new BillingPractice("mis", "1730400219");
  private static final LocalDate TODAY =
      PRACTICE.as(Role.BILLER, () -> PRACTICE.server.bean(Deadlines.class).today());

  private static Patient withPlan(LocalDate firstDueOn) {
    var patient = PRACTICE.patient();
    PRACTICE.selfPay(patient, SERVED, "150");
    ok(
        PRACTICE.post(
            "bill",
            "/billing/accounts/" + patient.publicId() + "/plans",
            "{\"months\": 3, \"firstDueOn\": \"%s\", \"on\": \"%s\"}"
                .formatted(firstDueOn, firstDueOn.minusDays(1))));
    return patient;
  }

  private static ApiAnswer ok(ApiAnswer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private static ApiAnswer pays(Patient patient, String receipt, String amount) {
    return ok(
        PRACTICE.post(
            "fran",
            "/billing/payments",
            """
            {"patient": "%s", "receipt": "%s", "method": "check", "purpose": "STATEMENT", "amount": "%s",
             "receivedOn": "%s"}
            """
                .formatted(patient.publicId(), receipt, amount, TODAY)));
  }

  private static void round() {
    PRACTICE.server.bean(PaymentPlanTimer.class).goForAll();
  }

  private static List<Clock> clocks(Patient patient, Span span) {
    var filter =
        new DeadlineFilter(
            ClockKind.MISSED_INSTALMENT, span, null, null, patient.accountNumber(), Order.DUE);
    return PRACTICE.as(
        Role.BILLER, () -> PRACTICE.server.bean(DeadlineLists.class).list(filter, 10));
  }

  private static String page(String user, String address) {
    return PRACTICE.caller(user).send("GET", address, "").body();
  }

  @Test
  void aMissedInstalmentStandsOnTheListUntilItIsPaidAndAgainWhenTheMoneyComesBack() {
    var firstDueOn = TODAY.minusDays(20);
    var patient = withPlan(firstDueOn);
    assertThat(clocks(patient, Span.OPEN)).isEmpty();

    round();

    var clock = clocks(patient, Span.OPEN).getFirst();
    assertThat(clock)
        .returns("BILLER", Clock::owner)
        .returns("/billing/accounts/" + patient.publicId(), Clock::link);
    assertThat(clock.title()).contains("instalment 1", firstDueOn.toString());
    assertThat(page("bill", "/")).contains("/deadlines?kind=MISSED_INSTALMENT");
    assertThat(page("bill", "/deadlines?kind=MISSED_INSTALMENT")).contains(clock.title());
    assertThat(page("fran", "/")).doesNotContain("/deadlines?kind=MISSED_INSTALMENT");

    var payment = pays(patient, "MIS-1", "50");
    assertThat(clocks(patient, Span.STOPPED).getFirst().state()).isEqualTo(Clock.State.MET);

    ok(
        PRACTICE.post(
            "fran",
            "/billing/payments/" + payment.at("/id") + "/reverse",
            "{\"cause\": \"BOUNCED\", \"note\": \"The bank says so\", \"on\": \"%s\"}"
                .formatted(TODAY)));
    assertThat(clocks(patient, Span.OPEN)).hasSize(1);
  }

  @Test
  void whatSomebodyHasTalkedAboutIsNotAskedForAgain() {
    var patient = withPlan(TODAY.minusDays(20));
    round();
    var clock = clocks(patient, Span.OPEN).getFirst();
    PRACTICE.as(
        Role.BILLER,
        () ->
            PRACTICE
                .server
                .bean(Deadlines.class)
                .stopByHand(clock.publicId(), Clock.State.MET, TODAY, "Pays on Friday"));

    round();

    assertThat(clocks(patient, Span.OPEN)).isEmpty();
  }

  @Test
  void aPlanThatHasMissedTooMuchEndsByItself() {
    var patient = withPlan(TODAY.minusDays(80));

    round();

    var account = PRACTICE.get("bill", "/billing/accounts/" + patient.publicId());
    assertThat(account.at("/plans/0/status")).isEqualTo("BROKEN");
    assertThat(clocks(patient, Span.OPEN)).isEmpty();
  }

  @Test
  void aCreditOfAPatientHasItsTile() {
    pays(PRACTICE.patient(), "MIS-2", "30");

    assertThat(page("bill", "/")).contains("/deadlines?kind=PATIENT_CREDIT");
    assertThat(
            PRACTICE.as(
                Role.BILLER, () -> PRACTICE.server.bean(Worklists.class).today().patientCredits()))
        .isPositive();
    assertThat(page("fran", "/")).doesNotContain("/deadlines?kind=PATIENT_CREDIT");
  }
}
