package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.statement.BillingPractice;
import org.cleanclaim.app.statement.BillingPractice.Answer;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// Patient billing as its people live it, through the API.
class PatientBillingStoriesTest {
  private static final LocalDate SERVED = LocalDate.of(2026, 1, 5);
  private static final LocalDate DAY = LocalDate.of(2026, 2, 2);

  private static final BillingPractice PRACTICE = new BillingPractice("1679576722", "pbs");

  private static Answer account(Patient patient, LocalDate on) {
    var answer = PRACTICE.get("bill", "/accounts/" + patient.publicId() + "?on=" + on);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private static Answer ok(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private static void refused(Answer answer, String sentence) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(409);
    assertThat(answer.at("/detail")).contains(sentence);
  }

  private static Answer pay(Patient patient, String receipt, String amount, String more) {
    return PRACTICE.post(
        "fran",
        "/payments",
        """
        {"patient": "%s", "receipt": "%s", "method": "check", "purpose": "STATEMENT", "amount": "%s",
         "receivedOn": "%s"%s}
        """
            .formatted(patient.publicId(), receipt, amount, DAY, more));
  }

  private static Answer run(LocalDate on) {
    return ok(PRACTICE.post("bill", "/statements/run", "{\"on\": \"%s\"}".formatted(on)));
  }

  private static String issued(Answer run, Patient patient) {
    String number = account(patient, DAY).at("/statements/0/number");
    return run.text().contains("\"" + number + "\"") && !number.isEmpty() ? number : "";
  }

  @Test
  void thePatientOwesNothingWhileInsuranceIsNotDone() {
    var patient = PRACTICE.patient();
    var visit = PRACTICE.encounter(patient, SERVED);
    String claim = PRACTICE.billed(visit, "kind", "AT_PAYER", "120");
    PRACTICE.inside(() -> PRACTICE.cover(visit, "second", "SECONDARY"));
    assertThat(account(patient, DAY).at("/state")).isEqualTo("NOTHING_OWED");

    PRACTICE.decided(visit, claim, "kind", "50", "30", "40");
    var waiting = account(patient, DAY);
    assertThat(waiting.at("/state")).isEqualTo("NOT_READY");
    assertThat(waiting.at("/balance")).isEqualTo("40.00");
    assertThat(waiting.at("/due")).isEqualTo("0.00");
    assertThat(waiting.at("/waiting")).isEqualTo("40.00");
    assertThat(waiting.at("/why")).contains("Second Health").contains("has not answered");
    assertThat(issued(run(DAY), patient)).isEmpty();

    ok(
        PRACTICE.post(
            "bill", "/visits/" + visit.publicId() + "/release", "{\"why\": \"Plan ended\"}"));
    var ready = account(patient, DAY);
    assertThat(ready.at("/state")).isEqualTo("READY_TO_BILL");
    assertThat(ready.at("/due")).isEqualTo("40.00");
    assertThat(ready.at("/nextOn")).isEqualTo(DAY.toString());
  }

  @Test
  void aStatementExplainsEachCentAndFollowsItsCycleToTheFinalNotice() {
    var patient = PRACTICE.patient();
    PRACTICE.share(patient, "kind", SERVED, "120.35");
    var first = run(DAY);
    assertThat(issued(first, patient)).isNotEmpty();
    var account = account(patient, DAY);
    assertThat(account.at("/state")).isEqualTo("BILLED");
    assertThat(account.at("/nextOn")).isEqualTo(DAY.plusDays(30).toString());
    assertThat(account.at("/statements/0/balance")).isEqualTo("120.35");
    assertThat(account.at("/statements/0/dueNow")).isEqualTo("120.35");
    assertThat(account.at("/statements/0/dueOn")).isEqualTo(DAY.plusDays(30).toString());
    assertThat(account.at("/statements/0/content/visits/0/items/0/label")).isEqualTo("Deductible");
    assertThat(account.at("/statements/0/content/visits/0/planPaid")).isEqualTo("50.00");
    assertThat(account.at("/statements/0/content/visits/0/planDiscount")).isEqualTo("30.00");

    run(DAY.plusDays(29));
    assertThat(account(patient, DAY.plusDays(29)).json().at("/statements").size()).isEqualTo(1);
    run(DAY.plusDays(30));
    run(DAY.plusDays(60));
    run(DAY.plusDays(90));
    var last = account(patient, DAY.plusDays(90));
    assertThat(last.json().at("/statements").size()).isEqualTo(3);
    assertThat(last.json().at("/statements/0/step").asInt()).isEqualTo(3);
    assertThat(last.at("/why")).contains("final notice");
    assertThat(last.at("/ageing/days61to90") + last.at("/ageing/days91to120")).contains("120.35");
  }

  @Test
  void noStatementGoesOutForASmallBalanceAndThePolicyGivesItUp() {
    var small = PRACTICE.patient();
    PRACTICE.share(small, "kind", SERVED, "4.20");
    var federal = PRACTICE.patient();
    PRACTICE.share(federal, "federal", SERVED, "3.10");
    Money before = PRACTICE.balance(Account.WRITE_OFF);
    assertThat(issued(run(DAY), small)).isEmpty();
    assertThat(account(small, DAY).at("/why")).contains("small balance");

    refusedForRole(PRACTICE.post("fran", "/small-balances", "{\"on\": \"2026-06-01\"}"));
    var given = ok(PRACTICE.post("bill", "/small-balances", "{\"on\": \"2026-06-01\"}"));
    assertThat(given.text()).contains("federal program");
    assertThat(page("/billing?on=2026-06-01"))
        .contains(
            "Small balances to $5.00", "Left by a federal program: never given up by routine");
    assertThat(account(small, DAY).at("/state")).isEqualTo("NOTHING_OWED");
    assertThat(account(federal, DAY).at("/balance")).isEqualTo("3.10");
    assertThat(PRACTICE.balance(Account.WRITE_OFF).minus(before)).isEqualTo(Money.of("4.20"));
    ok(PRACTICE.post("bill", "/small-balances", "{\"on\": \"2026-06-01\"}"));
    assertThat(PRACTICE.balance(Account.WRITE_OFF).minus(before)).isEqualTo(Money.of("4.20"));
  }

  private static String page(String path) {
    var address = URI.create("http://localhost:" + PRACTICE.server.port() + path);
    return PRACTICE
        .raw(HttpRequest.newBuilder(address).header("Authorization", PRACTICE.basic("bill")))
        .body();
  }

  private static void refusedForRole(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(403);
  }

  @Test
  void oneWhoAnswersForTwoGetsOneStatement() {
    var one = PRACTICE.patient("Stone, Vera", "7 Twin Road");
    var other = PRACTICE.patient("Stone, Vera", "7 Twin Road");
    PRACTICE.share(one, "kind", SERVED, "30");
    PRACTICE.share(other, "kind", SERVED.plusDays(1), "45");
    run(DAY);
    var account = account(other, DAY);
    assertThat(account.at("/responsible")).isEqualTo("Stone, Vera");
    assertThat(account.json().at("/statements").size()).isEqualTo(1);
    assertThat(account.at("/statements/0/balance")).isEqualTo("75.00");
    assertThat(account.json().at("/statements/0/content/visits").size()).isEqualTo(2);
    assertThat(account(one, DAY).at("/statements/0/number"))
        .isEqualTo(account.at("/statements/0/number"));
  }

  @Test
  void aLinkOpensOnceWithoutSigningInAndShowsNothingElse() {
    var patient = PRACTICE.patient();
    PRACTICE.share(patient, "kind", SERVED, "64.10");
    ok(
        PRACTICE.put(
            "bill", "/accounts/" + patient.publicId() + "/wish", "{\"language\": \"SPANISH\"}"));
    run(DAY);
    String statement = account(patient, DAY).at("/statements/0/id");
    var link = ok(PRACTICE.post("fran", "/statements/" + statement + "/links", ""));
    String address = link.at("/address");

    var door = page("GET", address, "");
    assertThat(door.statusCode()).isEqualTo(200);
    assertThat(door.body()).contains("Ver mi cuenta").doesNotContain("64.10");
    var opened = page("POST", address, "");
    assertThat(opened.statusCode()).isEqualTo(303);
    String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    var bill = page("GET", address, cookie);
    assertThat(bill.body()).contains("64.10", "Deducible", "Pague a más tardar el");
    assertThat(bill.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page("GET", address + "?lang=en", cookie).body()).contains("Deductible");

    assertThat(page("GET", address, "").statusCode()).as("another browser").isEqualTo(404);
    assertThat(page("POST", address, "").body()).doesNotContain("64.10");
    assertThat(page("GET", address + "x", cookie).statusCode()).isEqualTo(404);
    assertThat(page("GET", "/billing", cookie).statusCode()).as("nothing else").isEqualTo(302);
    ok(PRACTICE.post("bill", "/links/" + link.at("/id") + "/revoke", ""));
    assertThat(page("GET", address, cookie).statusCode()).as("revoked").isEqualTo(404);
    assertThat(PRACTICE.get("bill", "/statements/" + statement + "/links").text())
        .doesNotContain(address.substring(6));
  }

  private static java.net.http.HttpResponse<String> page(
      String method, String path, String cookie) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + PRACTICE.server.port() + path))
            .header("Accept", "text/html")
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (!cookie.isEmpty()) request.header("Cookie", cookie);
    return PRACTICE.raw(request);
  }

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
        PRACTICE.post("bill", "/payments", "{\"patient\": \"" + patient.publicId() + "\"}"));
  }

  @Test
  void aCheckThatBouncesIsOwedAgainAndStandsInTheDrawerWithAMinus() {
    var patient = PRACTICE.patient();
    PRACTICE.share(patient, "kind", SERVED, "60");
    String id = ok(pay(patient, "R-BO-1", "60", ", \"reference\": \"check 118\"")).at("/id");
    assertThat(account(patient, DAY).at("/balance")).isEqualTo("0.00");
    Money bank = PRACTICE.balance(Account.BANK);

    String body = "{\"cause\": \"BOUNCED\", \"note\": \"no funds\", \"on\": \"2026-02-09\"}";
    ok(PRACTICE.post("fran", "/payments/" + id + "/reverse", body));
    assertThat(account(patient, DAY).at("/balance")).isEqualTo("60.00");
    assertThat(account(patient, DAY).at("/due")).isEqualTo("60.00");
    assertThat(PRACTICE.balance(Account.BANK)).isEqualTo(bank.minus(Money.of("60")));
    refused(PRACTICE.post("fran", "/payments/" + id + "/reverse", body), "already");
    assertThat(PRACTICE.get("fran", "/drawer.csv?on=2026-02-09").text())
        .contains("R-BO-1", "-60.00");
    assertThat(PRACTICE.get("fran", "/payments/" + id + "/receipt.pdf").text()).startsWith("%PDF-");
  }

  @Test
  void aPlanIsToTheCentShownOnTheStatementAndBrokenByMissedInstalments() {
    var patient = PRACTICE.patient();
    PRACTICE.share(patient, "kind", SERVED, "100");
    String path = "/accounts/" + patient.publicId() + "/plans";
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
    assertThat(ok(PRACTICE.post("bill", "/plans/review", "{\"on\": \"2026-03-27\"}")).text())
        .doesNotContain(plan.at("/id"));
    assertThat(account(patient, LocalDate.of(2026, 3, 27)).at("/why"))
        .contains("1 instalment is missed");
    ok(PRACTICE.post("bill", "/plans/review", "{\"on\": \"2026-04-27\"}"));
    var broken = account(patient, LocalDate.of(2026, 4, 27));
    assertThat(broken.at("/plans/0/status")).isEqualTo("BROKEN");
    assertThat(broken.at("/due")).isEqualTo("66.66");
    assertThat(broken.at("/state")).isEqualTo("BILLED");
  }

  @Test
  void assistanceIsDecidedByAnotherPersonByTheScaleAndStopsCollection() {
    var patient = PRACTICE.patient();
    PRACTICE.share(patient, "kind", SERVED, "200");
    String body =
        """
        {"householdSize": 2, "yearlyIncome": "50000", "evidence": "Pay stubs, folder 12", "receivedOn": "2026-02-02"}
        """;
    String path = "/accounts/" + patient.publicId() + "/assistance";
    var application = ok(PRACTICE.post("mara", path, body));
    assertThat(application.json().at("/povertyPercent").asInt()).isEqualTo(237);
    assertThat(application.json().at("/policyPercent").asInt()).isEqualTo(50);
    assertThat(account(patient, DAY).at("/state")).isEqualTo("ASSISTANCE");
    assertThat(account(patient, DAY).text()).contains("waits for its decision");
    String decision =
        "{\"outcome\": \"APPROVED\", \"from\": \"2026-01-01\", \"through\": \"2026-06-30\","
            + " \"why\": \"By the scale\", \"on\": \"2026-02-10\"}";
    refused(
        PRACTICE.post("mara", "/assistance/" + application.at("/id") + "/decision", decision),
        "taken themselves");
    refusedForRole(
        PRACTICE.post("bill", "/assistance/" + application.at("/id") + "/decision", decision));

    var second = PRACTICE.patient();
    PRACTICE.share(second, "kind", SERVED, "200");
    var taken = ok(PRACTICE.post("fran", "/accounts/" + second.publicId() + "/assistance", body));
    ok(PRACTICE.post("mara", "/assistance/" + taken.at("/id") + "/decision", decision));
    var helped = account(second, DAY);
    assertThat(helped.at("/balance")).isEqualTo("100.00");
    assertThat(helped.text()).contains("Financial assistance is in force through 2026-06-30");
    var statement =
        ok(PRACTICE.get("bill", "/accounts/" + second.publicId() + "/statement?on=" + DAY));
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
                "/accounts/" + patient.publicId() + "/disputes",
                "{\"visit\": \"%s\", \"what\": \"I was not there\", \"on\": \"2026-02-01\"}"
                    .formatted(visit.publicId())));
    assertThat(dispute.at("/answerBy")).isEqualTo("2026-03-03");
    refused(
        PRACTICE.post(
            "fran",
            "/accounts/" + patient.publicId() + "/disputes",
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
            "bill", "/accounts/" + patient.publicId() + "/collection", "{\"agency\": \"Firm\"}"),
        "dispute is open");

    ok(
        PRACTICE.post(
            "bill",
            "/disputes/" + dispute.at("/id") + "/answer",
            "{\"outcome\": \"BILL_STANDS\", \"answer\": \"The sheet is signed\", \"on\":"
                + " \"2026-03-01\"}"));
    var again = account(patient, LocalDate.of(2026, 3, 1));
    assertThat(again.at("/state")).isEqualTo("READY_TO_BILL");
    assertThat(again.at("/ageing/days0to30"))
        .as("45 days after the payer's decision, 28 of them in dispute")
        .isEqualTo("90.00");
  }

  @Test
  void aRefundNeedsAnotherPersonAndLeavesTheBankWhenItIsPaid() {
    var patient = PRACTICE.patient();
    ok(pay(patient, "R-RF-1", "80", ""));
    String body =
        "{\"patient\": \"%s\", \"amount\": \"%s\", \"cause\": \"Moved away\", \"on\":"
            + " \"2026-02-03\"}";
    refused(
        PRACTICE.post("bill", "/refunds", body.formatted(patient.publicId(), "80.01")),
        "credit that is free is 80.00");
    var refund = ok(PRACTICE.post("mara", "/refunds", body.formatted(patient.publicId(), "50")));
    assertThat(refund.at("/nextAction")).isEqualTo("Another person has to agree");
    refused(PRACTICE.post("bill", "/refunds", body.formatted(patient.publicId(), "31")), "30.00");
    String deeds = "/refunds/" + refund.at("/id") + "/deeds";
    refused(PRACTICE.post("mara", deeds, "{\"action\": \"approve\"}"), "asked for themselves");
    refusedForRole(PRACTICE.post("bill", deeds, "{\"action\": \"approve\"}"));

    var asked = ok(PRACTICE.post("bill", "/refunds", body.formatted(patient.publicId(), "30")));
    String other = "/refunds/" + asked.at("/id") + "/deeds";
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
    assertThat(PRACTICE.get("bill", "/credits").text()).contains(patient.publicId().toString());
  }

  @Test
  void aPayersCreditHasItsCauseAndGoesBackToThePayer() {
    var patient = PRACTICE.patient();
    var visit = PRACTICE.encounter(patient, SERVED);
    String claim = PRACTICE.billed(visit, "kind", "AT_PAYER", "100");
    PRACTICE.decided(visit, claim, "kind", "100", "0", "0");
    PRACTICE.decided(visit, claim, "kind", "40", "0", "0");
    var credits = ok(PRACTICE.get("bill", "/credits"));
    assertThat(credits.text()).contains(claim).contains("\"amount\":\"40.00\"");
    var refund =
        ok(
            PRACTICE.post(
                "bill",
                "/refunds",
                "{\"claim\": \"%s\", \"amount\": \"40\", \"cause\": \"Paid twice\"}"
                    .formatted(claim)));
    assertThat(refund.at("/payer")).isEqualTo("Kind Health");
    ok(
        PRACTICE.post(
            "mara", "/refunds/" + refund.at("/id") + "/deeds", "{\"action\": \"approve\"}"));
    assertThat(PRACTICE.get("bill", "/credits").text()).doesNotContain(claim);
  }

  @Test
  void nothingGoesToAnAgencyBeforeItsTimeAndARecallIsAFile() {
    var patient = PRACTICE.patient();
    PRACTICE.share(patient, "kind", SERVED, "150");
    String path = "/accounts/" + patient.publicId() + "/collection";
    refused(
        PRACTICE.post("bill", path, "{\"agency\": \"Firm\", \"on\": \"2026-02-02\"}"),
        "No statement");
    run(DAY);
    run(DAY.plusDays(30));
    run(DAY.plusDays(60));
    refused(
        PRACTICE.post("bill", path, "{\"agency\": \"Firm\", \"on\": \"2026-05-31\"}"), "120 days");
    assertThat(ok(PRACTICE.get("bill", "/collections/candidates?on=2026-05-31")).text())
        .contains("end on 2026-06-02");
    assertThat(account(patient, LocalDate.of(2026, 6, 2)).at("/state")).isEqualTo("PRE_COLLECTION");

    var placed = ok(PRACTICE.post("bill", path, "{\"agency\": \"Firm\", \"on\": \"2026-06-02\"}"));
    assertThat(placed.at("/amount")).isEqualTo("150.00");
    assertThat(account(patient, LocalDate.of(2026, 6, 3)).at("/state")).isEqualTo("AGENCY");
    assertThat(account(patient, DAY).at("/balance")).as("no money moves").isEqualTo("150.00");
    assertThat(PRACTICE.get("bill", "/collections/handed-over.csv?on=2026-06-02").text())
        .contains(patient.accountNumber(), "150.00", "2026-02-02");
    ok(
        PRACTICE.post(
            "bill",
            "/collections/" + placed.at("/id") + "/deeds",
            "{\"action\": \"recall\", \"why\": \"Agreed a plan\", \"on\": \"2026-06-10\"}"));
    assertThat(PRACTICE.get("bill", "/collections/recalled.csv?on=2026-06-10").text())
        .contains(patient.accountNumber(), "Agreed a plan");
    assertThat(PRACTICE.get("bill", "/collections/recalled.csv?on=2026-06-11").text())
        .doesNotContain(patient.accountNumber());
  }

  @Test
  void aStatementThatDoesNotAddUpIsRefusedAndWaitsForAPerson() {
    var patient = PRACTICE.patient();
    var visit = PRACTICE.share(patient, "kind", SERVED, "70");
    PRACTICE.inside(() ->
        PRACTICE.post(
            PostingDraft.of("APPLIED", "From nowhere", "test", "odd-" + visit.id(), SERVED)
                .about(patient.id().value(), visit.id().value(), null, null)
                .debit(Account.BANK, Money.of("1.00"), null, "odd")
                .credit(Account.PATIENT_RECEIVABLE, Money.of("1.00"), null, "odd")
                .build()));
    run(DAY);
    assertThat(account(patient, DAY).json().at("/statements").size()).isZero();
    var exceptions = ok(PRACTICE.get("bill", "/exceptions"));
    assertThat(exceptions.text())
        .contains(patient.publicId().toString())
        .contains("The explanations come to 70.00, the ledger has 69.00.");
    String id = exceptions.at("/0/id");
    ok(PRACTICE.post("bill", "/exceptions/" + id + "/settle", "{\"why\": \"Posting corrected\"}"));
    refused(PRACTICE.post("bill", "/exceptions/" + id + "/settle", "{\"why\": \"x\"}"), "already");
  }

  @Test
  void aCharitableHospitalCannotSetLessThanTheLawGives() {
    refused(
        PRACTICE.put("mara", "/policy", "{\"charitableHospital\": true, \"collectionDays\": 90}"),
        "120 days");
    refusedForRole(PRACTICE.put("bill", "/policy", "{\"cycleDays\": 28}"));
    assertThat(ok(PRACTICE.get("bill", "/policy")).json().at("/cycleDays").asInt()).isEqualTo(30);
  }
}
