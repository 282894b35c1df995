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

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.app.practice.Caller;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// What patients are billed, as its people live it, through the API.
class StatementStoriesTest {
  @Test
  void thePatientOwesNothingWhileInsuranceIsNotDone() {
    var patient = PRACTICE.patient();
    var visit = PRACTICE.encounter(patient, SERVED);
    String claim = PRACTICE.billed(visit, "kind", "AT_PAYER", "120");
    PRACTICE.write(() -> PRACTICE.cover(visit, "second", "SECONDARY"));
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
            "bill",
            "/billing/visits/" + visit.publicId() + "/release",
            "{\"why\": \"Plan ended\"}"));
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

    refusedForRole(PRACTICE.post("fran", "/billing/small-balances", "{\"on\": \"2026-06-01\"}"));
    var given = ok(PRACTICE.post("bill", "/billing/small-balances", "{\"on\": \"2026-06-01\"}"));
    assertThat(given.text()).contains("federal program");
    assertThat(page("/billing?on=2026-06-01"))
        .contains(
            "Small balances to $5.00", "Left by a federal program: never given up by routine");
    assertThat(account(small, DAY).at("/state")).isEqualTo("NOTHING_OWED");
    assertThat(account(federal, DAY).at("/balance")).isEqualTo("3.10");
    assertThat(PRACTICE.balance(Account.WRITE_OFF).minus(before)).isEqualTo(Money.of("4.20"));
    ok(PRACTICE.post("bill", "/billing/small-balances", "{\"on\": \"2026-06-01\"}"));
    assertThat(PRACTICE.balance(Account.WRITE_OFF).minus(before)).isEqualTo(Money.of("4.20"));
  }

  private static String page(String path) {
    return PRACTICE.caller("bill").send("GET", path, "").body();
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
            "bill",
            "/billing/accounts/" + patient.publicId() + "/wish",
            "{\"language\": \"SPANISH\"}"));
    run(DAY);
    String statement = account(patient, DAY).at("/statements/0/id");
    var link = ok(PRACTICE.post("fran", "/billing/statements/" + statement + "/links", ""));
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
    ok(PRACTICE.post("bill", "/billing/links/" + link.at("/id") + "/revoke", ""));
    assertThat(page("GET", address, cookie).statusCode()).as("revoked").isEqualTo(404);
    assertThat(PRACTICE.get("bill", "/billing/statements/" + statement + "/links").text())
        .doesNotContain(address.substring(6));
  }

  private static HttpResponse<String> page(String method, String path, String cookie) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + PRACTICE.server.port() + path))
            .header("Accept", "text/html")
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (!cookie.isEmpty()) request.header("Cookie", cookie);
    return Caller.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aStatementThatDoesNotAddUpIsRefusedAndWaitsForAPerson() {
    var patient = PRACTICE.patient();
    var visit = PRACTICE.share(patient, "kind", SERVED, "70");
    PRACTICE.write(() ->
        PRACTICE.post(
            PostingDraft.of("APPLIED", "From nowhere", "test", "odd-" + visit.id(), SERVED)
                .about(patient.id().value(), visit.id().value(), null, null)
                .debit(Account.BANK, Money.of("1.00"), null, "odd")
                .credit(Account.PATIENT_RECEIVABLE, Money.of("1.00"), null, "odd")
                .build()));
    run(DAY);
    assertThat(account(patient, DAY).json().at("/statements").size()).isZero();
    var exceptions = ok(PRACTICE.get("bill", "/billing/exceptions"));
    assertThat(exceptions.text())
        .contains(patient.publicId().toString())
        .contains("The explanations come to 70.00, the ledger has 69.00.");
    String id = exceptions.at("/0/id");
    ok(
        PRACTICE.post(
            "bill", "/billing/exceptions/" + id + "/settle", "{\"why\": \"Posting corrected\"}"));
    refused(
        PRACTICE.post("bill", "/billing/exceptions/" + id + "/settle", "{\"why\": \"x\"}"),
        "already");
  }
}
