package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.access.UserAccounts;
import org.cleanclaim.app.chart.ChartCodes;
import org.cleanclaim.app.codingquery.QuerySettings;
import org.cleanclaim.app.demo.DemoMonth;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/// Charts that several people work on in real browsers: coders, a provider, one without a
/// connection.
@NullUnmarked
class SharedChartBrowserTest extends ChartsInBrowser {
  @Test
  void twoCodersAreToldOfEachOtherAndALateDocumentReopensAFinalChart() {
    var visit = freshChart("E14");
    inPractice(() ->
        application
            .getBean(UserAccounts.class)
            .register("cody", "Cody Coder", DemoMonth.PASSWORD, Set.of(Role.CODER)));
    try (var first = context(1440);
        var second = context(1440)) {
      var page = first.newPage();
      signIn(page, "casey");
      open(page, visit);
      press(page, "j");
      press(page, "y");
      page.waitForCondition(() -> codes(page).size() == 1);
      var other = second.newPage();
      signIn(other, "cody");
      open(other, visit);
      assertThat(other.textContent("main")).contains("casey has had this chart open");
      assertThat(other.locator("#finalize").count()).isZero();
      shoot(other, "chart-of-another", 1440);

      page.click("text=Make the codes final");
      assertThat(page.textContent("#work")).contains("Final coded");
      inPractice(() ->
          application
              .getBean(Encounters.class)
              .document(visit.id(), "Addendum", "Addendum: the patient has type 2 diabetes."));
      open(page, visit);
      page.waitForCondition(() -> {
        page.reload();
        return page.textContent("#work").contains("Reopened");
      });
      assertThat(page.textContent("main")).contains("came after the chart was opened");
      shoot(page, "chart-late", 1440);
    }
  }

  @Test
  void whatIsDoneWithoutAConnectionIsMadeOnceWhenItReturns() {
    var visit = freshChart("E05");
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "casey");
      open(page, visit);
      context.setOffline(true);
      press(page, "j");
      String code = current(page);
      press(page, "y");
      page.waitForSelector("#changes:has-text('No connection: one change waits')");
      page.waitForSelector("[data-waiting]");
      shoot(page, "chart-offline", 1440);
      String kept = (String) page.evaluate("localStorage.getItem('cleanclaim.changes.casey')");

      assertThat(kept).contains(code).contains("ACCEPT").doesNotContain("quote");
      for (String word : page.locator("[data-document]").first().textContent().split("\\W+")) {
        if (word.length() > 5) assertThat(kept).doesNotContainIgnoringCase(word);
      }
      assertThat(codesOf(visit)).isEmpty();
      // The same request twice: the answer to the first one is lost.
      context.setOffline(false);
      var sent =
          page.evaluate(
              "async () => { const c ="
                  + " JSON.parse(localStorage.getItem('cleanclaim.changes.casey'))[0]; const r ="
                  + " await fetch(`/charts/${c.chart}/changes`, {method: 'POST', headers:"
                  + " {'Content-Type': 'application/json', 'X-CSRF-TOKEN':"
                  + " document.getElementById('work').dataset.csrf}, body: JSON.stringify({...c,"
                  + " chart: undefined})}); return (await r.json()).outcome; }");
      assertThat(sent).isIn("MADE", "MADE_BEFORE");
      page.waitForCondition(
          () -> page.evaluate("localStorage.getItem('cleanclaim.changes.casey')") == null);
      page.waitForCondition(() -> codes(page).equals(List.of(code)));

      assertThat(codesOf(visit)).containsExactly(code);
      assertThat(page.textContent("#changes")).isBlank();
    }
  }

  @Test
  void aChangeOnAChartThatOthersHaveChangedIsToldInASentence() {
    var visit = freshChart("E05");
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "casey");
      open(page, visit);
      press(page, "j");
      String code = current(page);
      inPractice(() ->
          application
              .getBean(ChartCodes.class)
              .addWithReason(visit.id(), CodeSystem.ICD10CM, "Z0000", "Meanwhile, elsewhere"));
      press(page, "y");
      page.waitForSelector("#changes:has-text('has changed since your screen showed it')");
      shoot(page, "chart-conflict", 1440);
      assertThat(codesOf(visit)).containsExactly("Z0000");

      page.click("text=Make it anyway");
      page.waitForCondition(() -> codes(page).equals(List.of("Z0000", code)));
      assertThat(codesOf(visit)).containsExactly("Z0000", code);
    }
  }

  @Test
  void aQueryIsAskedAnsweredByTheProviderAndClosedByKeysAndForms() {
    var visit = freshChart("E08");
    inPractice(() -> {
      application
          .getBean(UserAccounts.class)
          .register("olga", "Olga Okafor", DemoMonth.PASSWORD, Set.of(Role.PROVIDER));
      application.getBean(QuerySettings.class).link("olga", visit.renderingProvider().npi());
    });
    try (var coder = context(1440);
        var provider = context(390)) {
      var page = coder.newPage();
      var problems = problems(page);
      signIn(page, "casey");
      open(page, visit);
      press(page, "j");
      press(page, "y");
      page.waitForCondition(() -> codes(page).size() == 1);
      press(page, "k");
      press(page, "q");
      page.waitForURL("**/queries/new**");
      assertThat(page.locator("input[name=indicator]").count()).isPositive();
      page.fill(
          "textarea[name=question]", "Please document a condition with a higher DRG payment.");
      page.click("button[value=send]");
      assertThat(page.textContent("main")).contains("QUERY-MONEY", "QUERY-LEADING");
      shoot(page, "query-findings", 1440);
      page.fill("textarea[name=question]", "What is your clinical judgment of what is quoted?");
      page.click("button[value=send]");
      page.waitForURL("**/charts/*");
      assertThat(page.textContent("#findings")).contains("waits for its answer");
      assertThat(page.isDisabled("text=Make the codes final")).isTrue();
      press(page, "Alt+Enter");
      page.waitForSelector("#changes:has-text('Errors stand against it')");

      var own = provider.newPage();
      signIn(own, "olga");
      own.navigate(address + "/queries/mine");
      own.locator("tbody a").first().click();
      own.fill("textarea[name=text]", "It is long-standing and stable.");
      shoot(own, "query-answer", 390);
      own.click("button:has-text('Answer')");
      own.waitForURL("**/queries/mine");
      assertThat(own.textContent("main")).contains("Answered");
      assertThat(own.navigate(address + "/charts/" + visit.publicId()).status()).isEqualTo(403);

      open(page, visit);
      assertThat(page.textContent("#work"))
          .contains("LATE ENTRY", "It is long-standing and stable.");
      shoot(page, "chart-late-entry", 1440);
      page.click("button:has-text('I have looked at it')");
      page.waitForLoadState();
      page.locator(".cc-chart-left a[href^='/queries/']").first().click();
      page.click("button:has-text('Close it')");
      shoot(page, "query-closed", 1440);
      assertThat(page.textContent("main")).contains("agreed, no code changed");
      open(page, visit);
      page.click("text=Make the codes final");
      assertThat(page.textContent("#work")).contains("Final coded");
      assertThat(problems).isEmpty();
    }
  }
}
