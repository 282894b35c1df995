package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.app.story.PatientBills.DAY;
import static org.cleanclaim.app.story.PatientBills.PRACTICE;
import static org.cleanclaim.app.story.PatientBills.SERVED;
import static org.cleanclaim.app.story.PatientBills.account;
import static org.cleanclaim.app.story.PatientBills.ok;
import static org.cleanclaim.app.story.PatientBills.pay;
import static org.cleanclaim.app.story.PatientBills.refused;
import static org.cleanclaim.app.story.PatientBills.run;

import java.time.LocalDate;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// What becomes of a bill that changes after it went out: at an agency, after something of it was
/// given up, and after it was paid.
class ChangedBillStoriesTest {
  private static final LocalDate PLACED = LocalDate.of(2026, 6, 2);

  private record Billed(Encounter visit, String claim) {}

  /// A visit that a plan has decided, which it may decide again.
  private static Billed billed(Patient patient, String share) {
    var visit = PRACTICE.encounter(patient, SERVED);
    String claim =
        PRACTICE.billed(visit, "kind", "AT_PAYER", Money.of(share).plus(Money.of("80")).toString());
    PRACTICE.decided(visit, claim, "kind", "50", "30", share);
    return new Billed(visit, claim);
  }

  /// The payer pays what it had left to the patient.
  private static void paysLater(Billed billed, String amount, LocalDate day) {
    PRACTICE.decided(billed.visit(), billed.claim(), "kind", amount, "0", "-" + amount, day);
  }

  private static ApiAnswer placed(Patient patient) {
    run(DAY);
    run(DAY.plusDays(30));
    run(DAY.plusDays(60));
    return ok(
        PRACTICE.post(
            "bill",
            "/billing/accounts/" + patient.publicId() + "/collection",
            "{\"agency\": \"Firm\", \"on\": \"" + PLACED + "\"}"));
  }

  private static ApiAnswer deed(ApiAnswer placement, String action, String why) {
    return PRACTICE.post(
        "bill",
        "/billing/collections/" + placement.at("/id") + "/deeds",
        "{\"action\": \"%s\", \"why\": \"%s\", \"on\": \"2026-06-20\"}".formatted(action, why));
  }

  @Test
  void whatChangesTheBillOfAnAgencyIsToldToItUntilSomebodyHas() {
    var patient = PRACTICE.patient();
    billed(patient, "150");
    var placement = placed(patient);
    assertThat(account(patient, PLACED).at("/nextAction")).contains("Wait for the agency");

    ok(pay(patient, "CB-1", "40", ""));

    var account = account(patient, PLACED);
    assertThat(account.at("/state")).isEqualTo("AGENCY");
    assertThat(account.at("/why")).isEqualTo("Firm asks for 150.00, 110.00 is due");
    assertThat(account.at("/nextAction")).contains("Tell the agency");
    assertThat(PRACTICE.get("bill", "/billing/collections/untold").text())
        .contains(placement.at("/id"));
    assertThat(PRACTICE.caller("bill").send("GET", "/billing/collections", "").body())
        .contains("Agencies do not know yet");

    assertThat(ok(deed(placement, "tell", "Paid in part")).at("/asked")).isEqualTo("110.00");
    assertThat(account(patient, PLACED).at("/nextAction")).contains("Wait for the agency");
    assertThat(PRACTICE.get("bill", "/billing/collections/told.csv?on=2026-06-20").text())
        .contains(patient.accountNumber(), "150.00,110.00", "Paid in part");

    ok(pay(patient, "CB-2", "110", ""));
    assertThat(account(patient, PLACED).at("/why"))
        .as("zero is asked after the agency")
        .isEqualTo("Firm asks for 110.00, 0.00 is due");
    ok(deed(placement, "recall", "Paid"));
    assertThat(PRACTICE.get("bill", "/billing/collections/recalled.csv?on=2026-06-20").text())
        .contains(patient.accountNumber(), "150.00,0.00");
    assertThat(account(patient, PLACED).at("/state")).isEqualTo("NOTHING_OWED");
  }

  @Test
  void aDisputeOfABillAtAnAgencyIsToldToItAndThenAnswered() {
    var patient = PRACTICE.patient();
    billed(patient, "150");
    var placement = placed(patient);

    ok(
        PRACTICE.post(
            "bill",
            "/billing/accounts/" + patient.publicId() + "/disputes",
            "{\"what\": \"Not mine\", \"on\": \"2026-06-10\"}"));

    assertThat(account(patient, PLACED).at("/why"))
        .isEqualTo("Firm asks for 150.00, 0.00 is due; a dispute is open");
    ok(deed(placement, "tell", "In dispute"));
    assertThat(account(patient, PLACED).at("/state")).isEqualTo("DISPUTE");
    refused(deed(placement, "tell", ""), "Say what has changed");
  }

  @Test
  void assistanceFollowsThePayersLaterDecisionByItsPercent() {
    var patient = PRACTICE.patient();
    var billed = billed(patient, "54.26");
    helpsWithHalf(patient);
    assertThat(account(patient, DAY).at("/balance")).isEqualTo("27.13");

    paysLater(billed, "20", LocalDate.of(2026, 3, 20));
    run(LocalDate.of(2026, 3, 21));
    assertThat(account(patient, DAY).at("/balance")).as("half of 34.26").isEqualTo("17.13");

    paysLater(billed, "34.26", LocalDate.of(2026, 3, 25));
    PRACTICE.statementsOf(LocalDate.of(2026, 3, 26));
    var account = account(patient, DAY);
    assertThat(account.at("/balance")).isEqualTo("0.00");
    assertThat(account.at("/state")).isEqualTo("NOTHING_OWED");
    assertThat(PRACTICE.get("bill", "/billing/credits").text())
        .doesNotContain(patient.publicId().toString());
  }

  private static void helpsWithHalf(Patient patient) {
    var taken =
        ok(
            PRACTICE.post(
                "fran",
                "/billing/accounts/" + patient.publicId() + "/assistance",
                "{\"householdSize\": 2, \"yearlyIncome\": \"50000\", \"evidence\": \"Stubs\","
                    + " \"receivedOn\": \"2026-02-02\"}"));
    ok(
        PRACTICE.post(
            "mara",
            "/billing/assistance/" + taken.at("/id") + "/decision",
            "{\"outcome\": \"APPROVED\", \"from\": \"2026-01-01\", \"through\": \"2026-06-30\","
                + " \"why\": \"By the scale\", \"on\": \"2026-02-10\"}"));
  }

  @Test
  void whatWasGivenUpTooMuchIsTakenBackAndOwedToNobody() {
    var patient = PRACTICE.patient();
    var billed = billed(patient, "60");
    ok(
        PRACTICE.post(
            "bill",
            "/write-offs",
            """
            {"patient": "%s", "reason": "COURTESY", "note": "Long wait", "amount": "40.00"}
            """
                .formatted(patient.publicId())));
    paysLater(billed, "50", LocalDate.of(2026, 3, 20));
    Money before = PRACTICE.balance(Account.WRITE_OFF);

    var account = account(patient, DAY);
    assertThat(account.at("/state")).isEqualTo("NOTHING_OWED");
    assertThat(account.at("/why")).isEqualTo("30.00 more was given up than is left to the patient");
    assertThat(
            PRACTICE
                .caller("bill")
                .send("GET", "/billing/accounts/" + patient.publicId(), "")
                .body())
        .contains("Given up too much");
    String path = "/billing/accounts/" + patient.publicId() + "/given-up/take-back";
    refused(PRACTICE.post("bill", path, "{}"), "Say why");
    assertThat(ok(PRACTICE.post("bill", path, "{\"why\": \"Payer paid\"}")).at("/amount"))
        .isEqualTo("30.00");

    assertThat(account(patient, DAY).at("/balance")).isEqualTo("0.00");
    assertThat(PRACTICE.balance(Account.WRITE_OFF)).isEqualTo(before.minus(Money.of("30")));
    refused(PRACTICE.post("bill", path, "{\"why\": \"again\"}"), "No more was given up");
  }

  @Test
  void aNewDebtAfterTheBillWasPaidHasItsOwnNoticesAndAge() {
    var patient = PRACTICE.patient();
    var billed = billed(patient, "90");
    run(DAY);
    run(DAY.plusDays(30));
    run(DAY.plusDays(60));
    ok(pay(patient, "CB-3", "90", ""));
    LocalDate decided = LocalDate.of(2026, 7, 1);
    PRACTICE.decided(billed.visit(), billed.claim(), "kind", "-20", "0", "20", decided);

    var account = account(patient, decided.plusDays(5));
    assertThat(account.at("/due")).isEqualTo("20.00");
    assertThat(account.at("/state")).isEqualTo("READY_TO_BILL");
    assertThat(account.at("/ageing/days0to30")).isEqualTo("20.00");
    refused(
        PRACTICE.post(
            "bill",
            "/billing/accounts/" + patient.publicId() + "/collection",
            "{\"agency\": \"Firm\"}"),
        "No statement has gone out");

    run(decided.plusDays(5));
    assertThat(account(patient, decided.plusDays(5)).json().at("/statements/0/step").asInt())
        .isEqualTo(1);
  }

  @Test
  void aPlanAsksForNoMoreThanIsDueAndNothingInDisputeIsMissed() {
    var patient = PRACTICE.patient();
    var billed = billed(patient, "300");
    String path = "/billing/accounts/" + patient.publicId();
    ok(
        PRACTICE.post(
            "bill",
            path + "/plans",
            "{\"months\": 3, \"firstDueOn\": \"2026-02-15\", \"on\": \"2026-02-02\"}"));

    paysLater(billed, "150", LocalDate.of(2026, 2, 10));
    var reduced = account(patient, DAY);
    assertThat(reduced.at("/plans/0/left")).isEqualTo("150.00");
    assertThat(reduced.at("/plans/0/instalments/1/amount")).isEqualTo("50.00");
    assertThat(reduced.json().at("/plans/0/instalments").size()).isEqualTo(2);

    var dispute =
        ok(
            PRACTICE.post(
                "bill", path + "/disputes", "{\"what\": \"Not mine\", \"on\": \"2026-02-12\"}"));
    ok(PRACTICE.post("bill", "/billing/plans/review", "{\"on\": \"2026-06-12\"}"));
    assertThat(account(patient, DAY).at("/plans/0/status")).isEqualTo("ACTIVE");

    ok(
        PRACTICE.post(
            "bill",
            "/billing/disputes/" + dispute.at("/id") + "/answer",
            "{\"outcome\": \"BILL_STANDS\", \"answer\": \"Looked\", \"on\": \"2026-06-12\"}"));
    ok(PRACTICE.post("bill", "/billing/plans/review", "{\"on\": \"2026-06-13\"}"));
    assertThat(account(patient, DAY).at("/plans/0/status"))
        .as("120 days stood still")
        .isEqualTo("ACTIVE");
    ok(PRACTICE.post("bill", "/billing/plans/review", "{\"on\": \"2026-07-30\"}"));
    assertThat(account(patient, DAY).at("/plans/0/status")).isEqualTo("BROKEN");
  }
}
