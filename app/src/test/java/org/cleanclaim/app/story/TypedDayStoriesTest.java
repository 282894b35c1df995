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
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.app.practice.Practice;
import org.junit.jupiter.api.Test;

/// Days and amounts that are typed pass no guardrail.
class TypedDayStoriesTest {
  private final LocalDate today = LocalDate.now(Practice.ZONE);
  private final LocalDate toCome = today.plusDays(2);

  private static ApiAnswer takes(
      Patient patient, String receipt, String method, String amount, LocalDate day) {
    return PRACTICE.post(
        "fran",
        "/billing/payments",
        """
        {"patient": "%s", "receipt": "%s", "method": "%s", "purpose": "STATEMENT", "amount": "%s",
         "receivedOn": "%s"}
        """
            .formatted(patient.publicId(), receipt, method, amount, day));
  }

  @Test
  void aHandOverIsOfADayThatHasCome() {
    var patient = PRACTICE.patient();
    PRACTICE.share(patient, "kind", SERVED, "150");
    String path = "/billing/accounts/" + patient.publicId() + "/collection";

    refused(
        PRACTICE.post("bill", path, "{\"agency\": \"Firm\", \"on\": \"2031-06-02\"}"),
        "which has not come");
  }

  @Test
  void noticesBearTheDayOnWhichTheyGoOut() {
    var patient = PRACTICE.patient();
    PRACTICE.share(patient, "kind", SERVED, "150");

    for (LocalDate day : new LocalDate[] {today.minusDays(60), today.minusDays(30), toCome}) {
      refused(
          PRACTICE.post("bill", "/billing/statements/run", "{\"on\": \"%s\"}".formatted(day)),
          "run them for today, " + today);
    }

    assertThat(account(patient, today).json().at("/statements").size()).isZero();
  }

  @Test
  void plansAreReviewedAndDisputesAnsweredOnDaysThatHaveCome() {
    var patient = PRACTICE.patient();
    PRACTICE.share(patient, "kind", SERVED, "90");
    String account = "/billing/accounts/" + patient.publicId();
    String day = "{\"on\": \"%s\"".formatted(toCome);

    refused(PRACTICE.post("bill", "/billing/plans/review", day + "}"), "has not come");
    refused(PRACTICE.post("bill", "/billing/small-balances", day + "}"), "has not come");
    refused(
        PRACTICE.post(
            "bill",
            account + "/plans",
            day + ", \"months\": 3, \"firstDueOn\": \"" + toCome + "\"}"),
        "has not come");
    refused(
        PRACTICE.post("bill", account + "/disputes", day + ", \"what\": \"Not mine\"}"),
        "has not come");
  }

  @Test
  void aPaymentHasADayThatHasComeAKnownMethodAndASaneAmount() {
    var patient = PRACTICE.patient();

    refused(takes(patient, "TD-1", "check", "10", toCome), "A payment cannot be dated");
    refused(takes(patient, "TD-1", "check", "10", LocalDate.of(202, 2, 2)), "years ago");
    refused(
        takes(patient, "TD-1", "shells", "10", DAY), "card, check, cash, transfer, money order");
    refused(takes(patient, "TD-1", "check", "10000000.01", DAY), "look at the decimal point");
    refused(
        takes(patient, "TD-1", "check", "92233720368547758.07", DAY), "look at the decimal point");
    assertThat(ok(takes(patient, "TD-1", "Check", "10", today)).at("/method")).isEqualTo("check");
    refused(
        PRACTICE.post(
            "fran",
            "/billing/accounts/" + patient.publicId() + "/assistance",
            "{\"householdSize\": 1, \"yearlyIncome\": \"92233720368547758.07\", \"evidence\":"
                + " \"Stubs\"}"),
        "look at the decimal point");
  }

  @Test
  void aRefundIsNotPaidBeforeItWasAgreedTo() {
    var patient = PRACTICE.patient();
    ok(pay(patient, "TD-2", "80", ""));
    var refund =
        ok(
            PRACTICE.post(
                "bill",
                "/billing/refunds",
                "{\"patient\": \"%s\", \"amount\": \"80\", \"cause\": \"Moved\", \"on\": \"%s\"}"
                    .formatted(patient.publicId(), DAY)));
    String deeds = "/billing/refunds/" + refund.at("/id") + "/deeds";
    String pays =
        "{\"action\": \"pay\", \"method\": \"check\", \"reference\": \"9\", \"on\": \"%s\"}";
    refused(
        PRACTICE.post(
            "mara", deeds, "{\"action\": \"approve\", \"on\": \"" + DAY.minusDays(1) + "\"}"),
        "It was asked for on " + DAY);
    ok(PRACTICE.post("mara", deeds, "{\"action\": \"approve\", \"on\": \"2026-02-10\"}"));

    refused(PRACTICE.post("bill", deeds, pays.formatted("2026-02-09")), "It was approved on");
    refused(PRACTICE.post("bill", deeds, pays.formatted(toCome)), "has not come");
    ok(PRACTICE.post("bill", deeds, pays.formatted("2026-02-10")));
  }

  @Test
  void theButtonOfTheRunIsThereForTodayAlone() {
    var patient = PRACTICE.patient();
    PRACTICE.share(patient, "kind", SERVED, "31");
    run(DAY);

    assertThat(page("/billing?on=" + today)).contains("Issue ");
    assertThat(page("/billing?on=" + today.plusDays(30)))
        .contains("the run of today")
        .doesNotContain("Give up small balances by policy");
  }

  private static String page(String path) {
    return PRACTICE.caller("bill").send("GET", path, "").body();
  }
}
