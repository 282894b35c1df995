package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.app.story.PatientBills.DAY;
import static org.cleanclaim.app.story.PatientBills.PRACTICE;
import static org.cleanclaim.app.story.PatientBills.SERVED;
import static org.cleanclaim.app.story.PatientBills.account;
import static org.cleanclaim.app.story.PatientBills.issued;
import static org.cleanclaim.app.story.PatientBills.ok;
import static org.cleanclaim.app.story.PatientBills.pay;
import static org.cleanclaim.app.story.PatientBills.refused;
import static org.cleanclaim.app.story.PatientBills.run;

import java.util.stream.StreamSupport;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.PatientMerges;
import org.cleanclaim.app.practice.ApiAnswer;
import org.junit.jupiter.api.Test;

/// One bill for several people, and for two records of one person.
class HouseholdBillStoriesTest {
  private static ApiAnswer disputes(Patient patient, String visit) {
    return PRACTICE.post(
        "bill",
        "/billing/accounts/" + patient.publicId() + "/disputes",
        "{%s\"what\": \"Not ours\", \"on\": \"%s\"}"
            .formatted(visit.isEmpty() ? "" : "\"visit\": \"" + visit + "\", ", DAY));
  }

  private static void bounces(ApiAnswer payment) {
    ok(
        PRACTICE.post(
            "fran",
            "/billing/payments/" + payment.at("/id") + "/reverse",
            "{\"cause\": \"BOUNCED\", \"note\": \"no funds\", \"on\": \"2026-02-09\"}"));
  }

  private static void merge(Patient stays, Patient goes) {
    PRACTICE.as(
        Role.MANAGER,
        () ->
            PRACTICE
                .server
                .bean(PatientMerges.class)
                .merge(
                    stays.publicId(),
                    goes.publicId(),
                    "the same card was seen",
                    goes.accountNumber()));
  }

  private static String owed(ApiAnswer account, Encounter visit) {
    return StreamSupport.stream(account.json().at("/shares").spliterator(), false)
        .filter(s -> s.at("/visit").asString().equals(visit.publicId().toString()))
        .map(s -> s.at("/owed").asString())
        .findFirst()
        .orElse("0.00");
  }

  @Test
  void aDisputeOfTheWholeBillStopsTheVisitsOfAllOfTheHousehold() {
    var sean = PRACTICE.patient("Brook, Sean", "3 Harbor Row");
    var aoife = PRACTICE.patient("Brook, Sean", "3 Harbor Row");
    PRACTICE.share(sean, "kind", SERVED, "60");
    var hers = PRACTICE.share(aoife, "kind", SERVED.plusDays(1), "80");

    var dispute = ok(disputes(aoife, ""));

    var account = account(sean, DAY);
    assertThat(account.at("/due")).isEqualTo("0.00");
    assertThat(account.at("/disputed")).isEqualTo("140.00");
    assertThat(issued(run(DAY), sean)).isEmpty();
    refused(disputes(sean, hers.publicId().toString()), "about the same balance is open");
    ok(
        PRACTICE.post(
            "bill",
            "/billing/disputes/" + dispute.at("/id") + "/answer",
            "{\"outcome\": \"BILL_STANDS\", \"answer\": \"Looked at\", \"on\": \"2026-02-22\"}"));
    assertThat(account(sean, DAY.plusDays(40)).at("/ageing/days31to60"))
        .as("40 and more days old, 20 of them in dispute")
        .isEqualTo("140.00");
  }

  @Test
  void aDisputeHoldsForTheVisitsOfARecordThatWasMerged() {
    var stays = PRACTICE.patient(null, "4 Harbor Row");
    var goes = PRACTICE.patient(null, "4 Harbor Row");
    PRACTICE.share(stays, "kind", SERVED, "60");
    var old = PRACTICE.share(goes, "kind", SERVED.plusDays(1), "80");
    merge(stays, goes);

    ok(disputes(stays, ""));
    assertThat(account(stays, DAY).at("/due")).isEqualTo("0.00");
    assertThat(account(stays, DAY).at("/disputed")).isEqualTo("140.00");

    var other = PRACTICE.patient();
    refused(disputes(other, old.publicId().toString()), "somebody else's bill");
  }

  @Test
  void whatABouncedCheckHadPaidIsOwedAgainWhoeversVisitItWas() {
    var holder = PRACTICE.patient("Vane, Ida", "5 Harbor Row");
    var child = PRACTICE.patient("Vane, Ida", "5 Harbor Row");
    var first = PRACTICE.share(holder, "kind", SERVED, "30");
    ok(pay(holder, "HB-1", "30", ""));
    var second = PRACTICE.share(child, "kind", SERVED.plusDays(1), "45");
    var check = ok(pay(holder, "HB-2", "45", ""));
    var third = PRACTICE.share(holder, "kind", SERVED.plusDays(2), "20");
    ok(pay(holder, "HB-3", "20", ""));
    assertThat(account(holder, DAY).at("/balance")).isEqualTo("0.00");

    bounces(check);

    var account = account(holder, DAY);
    assertThat(account.at("/balance")).isEqualTo("45.00");
    assertThat(owed(account, first)).isEqualTo("0.00");
    assertThat(owed(account, second)).isEqualTo("45.00");
    assertThat(owed(account, third)).isEqualTo("0.00");
    assertThat(account.json().at("/shares").size()).isEqualTo(1);
  }

  @Test
  void whatABouncedCheckHadPaidOfAMergedRecordIsOwedByItsVisit() {
    var stays = PRACTICE.patient(null, "6 Harbor Row");
    var goes = PRACTICE.patient(null, "6 Harbor Row");
    var visit = PRACTICE.share(goes, "kind", SERVED, "55");
    var check = ok(pay(goes, "HB-4", "55", ""));
    merge(stays, goes);

    bounces(check);

    var account = account(stays, DAY);
    assertThat(account.json().at("/shares").size()).isEqualTo(1);
    assertThat(owed(account, visit)).isEqualTo("55.00");
    assertThat(account.at("/due")).isEqualTo("55.00");
  }

  @Test
  void cashThatIsLeftPaysWhatABouncedCheckLeavesOpen() {
    var patient = PRACTICE.patient();
    var visit = PRACTICE.share(patient, "kind", SERVED, "60");
    var check = ok(pay(patient, "HB-5", "60", ""));
    ok(pay(patient, "HB-6", "25", ""));

    bounces(check);

    var account = account(patient, DAY);
    assertThat(owed(account, visit)).isEqualTo("35.00");
    assertThat(account.at("/credit")).isEqualTo("0.00");
    assertThat(account.at("/balance")).isEqualTo("35.00");
  }

  @Test
  void theStatementAfterABounceNamesTheVisitAndWhatCameBack() {
    var patient = PRACTICE.patient();
    PRACTICE.share(patient, "kind", SERVED, "64");
    var check = ok(pay(patient, "HB-7", "64", ""));
    bounces(check);

    var statement =
        ok(
            PRACTICE.get(
                "bill", "/billing/accounts/" + patient.publicId() + "/statement?on=" + DAY));

    assertThat(statement.json().at("/content/visits").size()).isEqualTo(1);
    assertThat(statement.at("/content/visits/0/servedOn")).isEqualTo(SERVED.toString());
    assertThat(statement.at("/content/visits/0/items/0/amount")).isEqualTo("64.00");
    assertThat(statement.text()).contains("A payment came back");
    assertThat(statement.at("/balance")).isEqualTo("64.00");
  }

  @Test
  void aPaymentForAVisitOfTheHouseholdIsThatPatientsAndForAStrangersRefused() {
    var holder = PRACTICE.patient("Wren, Eva", "8 Harbor Row");
    var child = PRACTICE.patient("Wren, Eva", "8 Harbor Row");
    var stranger = PRACTICE.patient();
    PRACTICE.share(holder, "kind", SERVED, "30");
    var visit = PRACTICE.share(child, "kind", SERVED.plusDays(1), "45");
    var other = PRACTICE.share(stranger, "kind", SERVED, "45");

    var paid = ok(pay(holder, "HB-8", "45", ", \"visit\": \"" + visit.publicId() + "\""));

    assertThat(paid.at("/patient")).isEqualTo(child.name().display());
    assertThat(owed(account(holder, DAY), visit)).isEqualTo("0.00");
    ok(pay(holder, "HB-8", "45", ", \"visit\": \"" + visit.publicId() + "\""));
    assertThat(account(holder, DAY).at("/balance")).as("taken once").isEqualTo("30.00");
    refused(
        pay(holder, "HB-9", "45", ", \"visit\": \"" + other.publicId() + "\""),
        "somebody else's bill");
  }

  @Test
  void theCreditOfAHouseholdGoesBackOnTheHoldersAccount() {
    var holder = PRACTICE.patient("Lark, Amy", "9 Harbor Row");
    var child = PRACTICE.patient("Lark, Amy", "9 Harbor Row");
    ok(pay(holder, "HB-10", "10", ""));
    ok(pay(child, "HB-11", "40", ""));
    String body = "{\"patient\": \"%s\", \"amount\": \"%s\", \"cause\": \"Moved\"}";

    refused(
        PRACTICE.post("bill", "/billing/refunds", body.formatted(holder.publicId(), "50.01")),
        "credit that is free is 50.00");
    var refund =
        ok(PRACTICE.post("bill", "/billing/refunds", body.formatted(holder.publicId(), "50")));
    ok(
        PRACTICE.post(
            "mara",
            "/billing/refunds/" + refund.at("/id") + "/deeds",
            "{\"action\": \"approve\"}"));

    assertThat(account(holder, DAY).at("/balance")).isEqualTo("0.00");
    assertThat(account(holder, DAY).at("/credit")).isEqualTo("0.00");
  }
}
