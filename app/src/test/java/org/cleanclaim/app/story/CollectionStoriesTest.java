package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.app.story.PatientBills.DAY;
import static org.cleanclaim.app.story.PatientBills.PRACTICE;
import static org.cleanclaim.app.story.PatientBills.SERVED;
import static org.cleanclaim.app.story.PatientBills.account;
import static org.cleanclaim.app.story.PatientBills.issued;
import static org.cleanclaim.app.story.PatientBills.ok;
import static org.cleanclaim.app.story.PatientBills.refused;
import static org.cleanclaim.app.story.PatientBills.refusedForRole;
import static org.cleanclaim.app.story.PatientBills.run;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// What stops the collection of a bill, and what goes before it.
class CollectionStoriesTest {
  @Test
  void assistanceIsDecidedByAnotherPersonByTheScaleAndStopsCollection() {
    var patient = PRACTICE.patient();
    PRACTICE.share(patient, "kind", SERVED, "200");
    String body =
        """
        {"householdSize": 2, "yearlyIncome": "50000", "evidence": "Pay stubs, folder 12", "receivedOn": "2026-02-02"}
        """;
    String path = "/billing/accounts/" + patient.publicId() + "/assistance";
    var application = ok(PRACTICE.post("mara", path, body));
    assertThat(application.json().at("/povertyPercent").asInt()).isEqualTo(237);
    assertThat(application.json().at("/policyPercent").asInt()).isEqualTo(50);
    assertThat(account(patient, DAY).at("/state")).isEqualTo("ASSISTANCE");
    assertThat(account(patient, DAY).text()).contains("waits for its decision");
    String decision =
        "{\"outcome\": \"APPROVED\", \"from\": \"2026-01-01\", \"through\": \"2026-06-30\","
            + " \"why\": \"By the scale\", \"on\": \"2026-02-10\"}";
    refused(
        PRACTICE.post(
            "mara", "/billing/assistance/" + application.at("/id") + "/decision", decision),
        "taken themselves");
    refusedForRole(
        PRACTICE.post(
            "bill", "/billing/assistance/" + application.at("/id") + "/decision", decision));

    var second = PRACTICE.patient();
    PRACTICE.share(second, "kind", SERVED, "200");
    var taken =
        ok(PRACTICE.post("fran", "/billing/accounts/" + second.publicId() + "/assistance", body));
    ok(PRACTICE.post("mara", "/billing/assistance/" + taken.at("/id") + "/decision", decision));
    var helped = account(second, DAY);
    assertThat(helped.at("/balance")).isEqualTo("100.00");
    assertThat(helped.text()).contains("Financial assistance is in force through 2026-06-30");
    var statement =
        ok(PRACTICE.get("bill", "/billing/accounts/" + second.publicId() + "/statement?on=" + DAY));
    assertThat(statement.text()).contains("application for help was approved").contains("-100.00");
  }

  @Test
  void aDisputeStopsTheClocksUntilItIsAnswered() {
    var patient = PRACTICE.patient();
    var visit = PRACTICE.share(patient, "kind", SERVED, "90");
    var dispute =
        ok(
            PRACTICE.post(
                "fran",
                "/billing/accounts/" + patient.publicId() + "/disputes",
                "{\"visit\": \"%s\", \"what\": \"I was not there\", \"on\": \"2026-02-01\"}"
                    .formatted(visit.publicId())));
    assertThat(dispute.at("/answerBy")).isEqualTo("2026-03-03");
    refused(
        PRACTICE.post(
            "fran",
            "/billing/accounts/" + patient.publicId() + "/disputes",
            "{\"what\": \"The whole bill is wrong\", \"on\": \"2026-02-02\"}"),
        "A dispute of 2026-02-01 about the same balance is open");
    var stopped = account(patient, DAY);
    assertThat(stopped.at("/state")).isEqualTo("DISPUTE");
    assertThat(stopped.at("/nextOn")).isEqualTo("2026-03-03");
    assertThat(stopped.at("/due")).isEqualTo("0.00");
    assertThat(stopped.at("/disputed")).isEqualTo("90.00");
    assertThat(issued(run(DAY), patient)).isEmpty();
    refused(
        PRACTICE.post(
            "bill",
            "/billing/accounts/" + patient.publicId() + "/collection",
            "{\"agency\": \"Firm\"}"),
        "dispute is open");

    ok(
        PRACTICE.post(
            "bill",
            "/billing/disputes/" + dispute.at("/id") + "/answer",
            "{\"outcome\": \"BILL_STANDS\", \"answer\": \"The sheet is signed\", \"on\":"
                + " \"2026-03-01\"}"));
    var again = account(patient, LocalDate.of(2026, 3, 1));
    assertThat(again.at("/state")).isEqualTo("READY_TO_BILL");
    assertThat(again.at("/ageing/days0to30"))
        .as("45 days after the payer's decision, 28 of them in dispute")
        .isEqualTo("90.00");
  }

  @Test
  void nothingGoesToAnAgencyBeforeItsTimeAndARecallIsAFile() {
    var patient = PRACTICE.patient();
    PRACTICE.share(patient, "kind", SERVED, "150");
    String path = "/billing/accounts/" + patient.publicId() + "/collection";
    refused(
        PRACTICE.post("bill", path, "{\"agency\": \"Firm\", \"on\": \"2026-02-02\"}"),
        "No statement");
    run(DAY);
    run(DAY.plusDays(30));
    run(DAY.plusDays(60));
    refused(
        PRACTICE.post("bill", path, "{\"agency\": \"Firm\", \"on\": \"2026-05-31\"}"), "120 days");
    assertThat(ok(PRACTICE.get("bill", "/billing/collections/candidates?on=2026-05-31")).text())
        .contains("end on 2026-06-02");
    assertThat(account(patient, LocalDate.of(2026, 6, 2)).at("/state")).isEqualTo("PRE_COLLECTION");

    var placed = ok(PRACTICE.post("bill", path, "{\"agency\": \"Firm\", \"on\": \"2026-06-02\"}"));
    assertThat(placed.at("/amount")).isEqualTo("150.00");
    assertThat(account(patient, LocalDate.of(2026, 6, 3)).at("/state")).isEqualTo("AGENCY");
    assertThat(account(patient, DAY).at("/balance")).as("no money moves").isEqualTo("150.00");
    assertThat(PRACTICE.get("bill", "/billing/collections/handed-over.csv?on=2026-06-02").text())
        .contains(patient.accountNumber(), "150.00", "2026-02-02");
    ok(
        PRACTICE.post(
            "bill",
            "/billing/collections/" + placed.at("/id") + "/deeds",
            "{\"action\": \"recall\", \"why\": \"Agreed a plan\", \"on\": \"2026-06-10\"}"));
    assertThat(PRACTICE.get("bill", "/billing/collections/recalled.csv?on=2026-06-10").text())
        .contains(patient.accountNumber(), "Agreed a plan");
    assertThat(PRACTICE.get("bill", "/billing/collections/recalled.csv?on=2026-06-11").text())
        .doesNotContain(patient.accountNumber());
  }

  @Test
  void aCharitableHospitalCannotSetLessThanTheLawGives() {
    refused(
        PRACTICE.put(
            "mara", "/billing/policy", "{\"charitableHospital\": true, \"collectionDays\": 90}"),
        "120 days");
    refusedForRole(PRACTICE.put("bill", "/billing/policy", "{\"cycleDays\": 28}"));
    assertThat(ok(PRACTICE.get("bill", "/billing/policy")).json().at("/cycleDays").asInt())
        .isEqualTo(30);
  }
}
