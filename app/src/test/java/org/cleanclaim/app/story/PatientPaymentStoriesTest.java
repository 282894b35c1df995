package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.app.story.PatientBills.DAY;
import static org.cleanclaim.app.story.PatientBills.PRACTICE;
import static org.cleanclaim.app.story.PatientBills.SERVED;
import static org.cleanclaim.app.story.PatientBills.account;
import static org.cleanclaim.app.story.PatientBills.ok;
import static org.cleanclaim.app.story.PatientBills.pay;
import static org.cleanclaim.app.story.PatientBills.refused;
import static org.cleanclaim.app.story.PatientBills.refusedForRole;
import static org.cleanclaim.app.story.PatientBills.run;

import java.time.LocalDate;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// Money of patients that comes in, by and by, and goes back.
class PatientPaymentStoriesTest {
  @Test
  void cashGoesToTheChosenVisitThenTheOldestAndTheRestStaysAsCredit() {
    var patient = PRACTICE.patient();
    PRACTICE.share(patient, "kind", SERVED, "30");
    var later = PRACTICE.share(patient, "kind", SERVED.plusDays(7), "50");
    ok(pay(patient, "R-CH-1", "50", ", \"visit\": \"" + later.publicId() + "\""));
    var account = account(patient, DAY);
    assertThat(account.json().at("/shares").size()).isEqualTo(1);
    assertThat(account.at("/shares/0/servedOn")).isEqualTo(SERVED.toString());

    ok(pay(patient, "R-CH-2", "45", ""));
    var paid = account(patient, DAY);
    assertThat(paid.at("/state")).isEqualTo("CREDIT");
    assertThat(paid.at("/credit")).isEqualTo("15.00");
    assertThat(paid.at("/balance")).isEqualTo("-15.00");
    ok(pay(patient, "R-CH-2", "45", ""));
    assertThat(account(patient, DAY).at("/credit"))
        .as("the same receipt is taken once")
        .isEqualTo("15.00");
    refused(pay(patient, "R-CH-2", "46", ""), "another payment");
    refused(pay(patient, "R-CH-3", "5", ", \"reference\": \"4111 1111 1111 1111\""), "card number");
    refusedForRole(
        PRACTICE.post(
            "bill", "/billing/payments", "{\"patient\": \"" + patient.publicId() + "\"}"));
  }

  @Test
  void aCardNumberIsRefusedInEveryTextOfAPayment() {
    var patient = PRACTICE.patient();
    PRACTICE.share(patient, "kind", SERVED, "60");
    String card = "4111 1111 1111 1111";

    refused(pay(patient, card, "5", ""), "card number");
    refused(pay(patient, "R-CN-1", "5", ", \"drawer\": \"" + card + "\""), "card number");
    refused(pay(patient, "R-CN-1", "5", ", \"another\": \"" + card + "\""), "card number");
    String id = ok(pay(patient, "20261129101500", "5", "")).at("/id");
    refused(
        PRACTICE.post(
            "fran",
            "/billing/payments/" + id + "/reverse",
            "{\"cause\": \"CHARGED_BACK\", \"note\": \"%s\", \"on\": \"2026-02-09\"}"
                .formatted(card)),
        "card number");
  }

  @Test
  void aCheckThatBouncesIsOwedAgainAndStandsInTheDrawerWithAMinus() {
    var patient = PRACTICE.patient();
    PRACTICE.share(patient, "kind", SERVED, "60");
    String id = ok(pay(patient, "R-BO-1", "60", ", \"reference\": \"check 118\"")).at("/id");
    assertThat(account(patient, DAY).at("/balance")).isEqualTo("0.00");
    Money bank = PRACTICE.balance(Account.BANK);

    String body = "{\"cause\": \"BOUNCED\", \"note\": \"no funds\", \"on\": \"2026-02-09\"}";
    ok(PRACTICE.post("fran", "/billing/payments/" + id + "/reverse", body));
    assertThat(account(patient, DAY).at("/balance")).isEqualTo("60.00");
    assertThat(account(patient, DAY).at("/due")).isEqualTo("60.00");
    assertThat(PRACTICE.balance(Account.BANK)).isEqualTo(bank.minus(Money.of("60")));
    refused(PRACTICE.post("fran", "/billing/payments/" + id + "/reverse", body), "already");
    assertThat(PRACTICE.get("fran", "/billing/drawer.csv?on=2026-02-09").text())
        .contains("R-BO-1", "-60.00");
    assertThat(PRACTICE.get("fran", "/billing/payments/" + id + "/receipt.pdf").text())
        .startsWith("%PDF-");
  }

  @Test
  void aPlanIsToTheCentShownOnTheStatementAndBrokenByMissedInstalments() {
    var patient = PRACTICE.patient();
    PRACTICE.share(patient, "kind", SERVED, "100");
    String path = "/billing/accounts/" + patient.publicId() + "/plans";
    refused(
        PRACTICE.post(
            "bill",
            path,
            "{\"months\": 12, \"firstDueOn\": \"2026-02-15\", \"on\": \"2026-02-02\"}"),
        "at least 25.00");
    var plan =
        ok(
            PRACTICE.post(
                "bill",
                path,
                "{\"months\": 3, \"firstDueOn\": \"2026-02-15\", \"on\": \"2026-02-02\"}"));
    assertThat(plan.at("/instalments/0/amount")).isEqualTo("33.34");
    assertThat(plan.at("/instalments/2/amount")).isEqualTo("33.33");
    assertThat(plan.at("/instalments/2/dueOn")).isEqualTo("2026-04-15");
    run(DAY);
    var onPlan = account(patient, DAY);
    assertThat(onPlan.at("/state")).isEqualTo("ON_PLAN");
    assertThat(onPlan.at("/nextOn")).isEqualTo("2026-02-15");
    assertThat(onPlan.at("/statements/0/dueNow")).isEqualTo("33.34");
    assertThat(onPlan.at("/statements/0/content/plan/left")).isEqualTo("100.00");

    ok(pay(patient, "R-PL-1", "33.34", ", \"drawer\": \"desk 2\""));
    assertThat(account(patient, DAY).at("/plans/0/left")).isEqualTo("66.66");
    assertThat(
            ok(PRACTICE.post("bill", "/billing/plans/review", "{\"on\": \"2026-03-27\"}")).text())
        .doesNotContain(plan.at("/id"));
    assertThat(account(patient, LocalDate.of(2026, 3, 27)).at("/why"))
        .contains("1 instalment is missed");
    ok(PRACTICE.post("bill", "/billing/plans/review", "{\"on\": \"2026-04-27\"}"));
    var broken = account(patient, LocalDate.of(2026, 4, 27));
    assertThat(broken.at("/plans/0/status")).isEqualTo("BROKEN");
    assertThat(broken.at("/due")).isEqualTo("66.66");
    assertThat(broken.at("/state")).isEqualTo("BILLED");
  }

  @Test
  void aRefundNeedsAnotherPersonAndLeavesTheBankWhenItIsPaid() {
    var patient = PRACTICE.patient();
    ok(pay(patient, "R-RF-1", "80", ""));
    String body =
        "{\"patient\": \"%s\", \"amount\": \"%s\", \"cause\": \"Moved away\", \"on\":"
            + " \"2026-02-03\"}";
    refused(
        PRACTICE.post("bill", "/billing/refunds", body.formatted(patient.publicId(), "80.01")),
        "credit that is free is 80.00");
    var refund =
        ok(PRACTICE.post("mara", "/billing/refunds", body.formatted(patient.publicId(), "50")));
    assertThat(refund.at("/nextAction")).isEqualTo("Another person has to agree");
    refused(
        PRACTICE.post("bill", "/billing/refunds", body.formatted(patient.publicId(), "31")),
        "30.00");
    String deeds = "/billing/refunds/" + refund.at("/id") + "/deeds";
    refused(PRACTICE.post("mara", deeds, "{\"action\": \"approve\"}"), "asked for themselves");
    refusedForRole(PRACTICE.post("bill", deeds, "{\"action\": \"approve\"}"));

    var asked =
        ok(PRACTICE.post("bill", "/billing/refunds", body.formatted(patient.publicId(), "30")));
    String other = "/billing/refunds/" + asked.at("/id") + "/deeds";
    refused(
        PRACTICE.post(
            "bill", other, "{\"action\": \"pay\", \"method\": \"check\", \"reference\": \"9\"}"),
        "Only an approved");
    Money bank = PRACTICE.balance(Account.BANK);
    ok(PRACTICE.post("mara", other, "{\"action\": \"approve\", \"on\": \"2026-02-04\"}"));
    assertThat(account(patient, DAY).at("/balance")).isEqualTo("-50.00");
    assertThat(PRACTICE.balance(Account.BANK)).isEqualTo(bank);
    ok(
        PRACTICE.post(
            "bill",
            other,
            "{\"action\": \"pay\", \"method\": \"check\", \"reference\": \"9\", \"on\":"
                + " \"2026-02-05\"}"));
    assertThat(PRACTICE.balance(Account.BANK)).isEqualTo(bank.minus(Money.of("30")));
    assertThat(PRACTICE.get("bill", "/billing/credits").text())
        .contains(patient.publicId().toString());
  }

  @Test
  void aPayersCreditHasItsCauseAndGoesBackToThePayer() {
    var patient = PRACTICE.patient();
    var visit = PRACTICE.encounter(patient, SERVED);
    String claim = PRACTICE.billed(visit, "kind", "AT_PAYER", "100");
    PRACTICE.decided(visit, claim, "kind", "100", "0", "0");
    PRACTICE.decided(visit, claim, "kind", "40", "0", "0");
    var credits = ok(PRACTICE.get("bill", "/billing/credits"));
    assertThat(credits.text()).contains(claim).contains("\"amount\":\"40.00\"");
    var refund =
        ok(
            PRACTICE.post(
                "bill",
                "/billing/refunds",
                "{\"claim\": \"%s\", \"amount\": \"40\", \"cause\": \"Paid twice\"}"
                    .formatted(claim)));
    assertThat(refund.at("/payer")).isEqualTo("Kind Health");
    ok(
        PRACTICE.post(
            "mara",
            "/billing/refunds/" + refund.at("/id") + "/deeds",
            "{\"action\": \"approve\"}"));
    assertThat(PRACTICE.get("bill", "/billing/credits").text()).doesNotContain(claim);
  }

  @Test
  void whatIsWrittenOffOfAPatientIsTakenOffTheirVisitsTheOldestFirst() {
    var patient = PRACTICE.patient();
    PRACTICE.share(patient, "kind", SERVED, "30");
    PRACTICE.share(patient, "kind", SERVED.plusDays(7), "50");

    var asked =
        ok(
            PRACTICE.post(
                "bill",
                "/write-offs",
                """
                {"patient": "%s", "reason": "COURTESY", "note": "Long wait", "amount": "40.00"}
                """
                    .formatted(patient.publicId())));

    assertThat(asked.at("/status")).isEqualTo("POSTED");
    var account = account(patient, DAY);
    assertThat(account.at("/due")).isEqualTo("40.00");
    assertThat(account.json().at("/shares").size()).isEqualTo(1);
    assertThat(account.at("/shares/0/owed")).isEqualTo("40.00");
    assertThat(account.at("/shares/0/servedOn")).isEqualTo(SERVED.plusDays(7).toString());
  }

  @Test
  void whoHasAskedWithdrawsARefundAndAnApplication() {
    var patient = PRACTICE.patient();
    ok(pay(patient, "R-WD-1", "80", ""));
    String refund =
        ok(PRACTICE.post(
                "bill",
                "/billing/refunds",
                "{\"patient\": \"%s\", \"amount\": \"80\", \"cause\": \"Moved\"}"
                    .formatted(patient.publicId())))
            .at("/id");
    String deeds = "/billing/refunds/" + refund + "/deeds";
    refused(PRACTICE.post("mara", deeds, "{\"action\": \"withdraw\"}"), "Who has asked");
    assertThat(ok(PRACTICE.post("bill", deeds, "{\"action\": \"withdraw\"}")).at("/status"))
        .isEqualTo("WITHDRAWN");
    refused(PRACTICE.post("mara", deeds, "{\"action\": \"approve\"}"), "decided already");

    String application =
        ok(PRACTICE.post(
                "fran",
                "/billing/accounts/" + patient.publicId() + "/assistance",
                "{\"householdSize\": 1, \"yearlyIncome\": \"9000\", \"evidence\": \"Stubs\"}"))
            .at("/id");
    String decision = "/billing/assistance/" + application + "/decision";
    String withdrawn = "{\"outcome\": \"WITHDRAWN\", \"why\": \"Insured after all\"}";
    refused(PRACTICE.post("bill", decision, withdrawn), "Who has taken it");
    assertThat(ok(PRACTICE.post("fran", decision, withdrawn)).at("/status")).isEqualTo("WITHDRAWN");
  }

  @Test
  void aCheckThatIsEnteredTwiceUnderTwoReceiptsNeedsAWord() {
    var patient = PRACTICE.patient();
    String check = ", \"reference\": \"check 4471\"";
    ok(pay(patient, "R-TW-1", "35", check));

    refused(pay(patient, "R-TW-2", "35", check), "Receipt R-TW-1 has the same number");
    ok(pay(patient, "R-TW-2", "35", check + ", \"another\": \"Two checks of two books\""));

    assertThat(account(patient, DAY).at("/credit")).isEqualTo("70.00");
  }
}
