package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.MouseButton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.access.UserAccounts;
import org.cleanclaim.app.chart.ChartCodes;
import org.cleanclaim.app.chart.ChartReopening;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.codingquery.QuerySettings;
import org.cleanclaim.app.demo.DemoMonth;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A chart coded without a mouse, with the connection lost in between; a query asked, answered and
/// closed. In a real browser; screenshots land in `target/screenshots`.
@NullUnmarked
class ChartBrowserTest extends DemoInBrowser {
  @Test
  void aChartIsCodedByKeysAlone() {
    var visit = freshChart("E03");
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "casey");
      open(page, visit);
      int suggested = page.locator("[data-item=suggestion]").count();
      assertThat(suggested).isPositive();
      press(page, "?");
      assertThat(page.isVisible("dialog#keys")).isTrue();
      assertThat(page.textContent("dialog#keys"))
          .contains("Accept the suggestion")
          .contains("Alt Enter");
      shoot(page, "chart-keys", 1440);
      press(page, "Escape");

      press(page, "j");
      assertThat(page.locator("mark.cc-here").count()).isPositive();
      press(page, "y");
      page.waitForCondition(() -> codes(page).size() == 1);
      addFromTheEncoder(page, visit);
      page.waitForCondition(() -> codes(page).size() == 2);
      String first = codes(page).getFirst();
      while (!"R5383".equals(current(page))) press(page, "k");
      press(page, "p");
      page.waitForCondition(() -> codes(page).getFirst().equals("R5383"));
      press(page, "Alt+ArrowDown");
      page.waitForCondition(() -> codes(page).getFirst().equals(first));

      press(page, "w");
      press(page, "ArrowRight");
      press(page, "Shift+ArrowRight");
      String words = (String) page.evaluate("String(getSelection()).trim()");
      assertThat(words).isNotBlank();
      press(page, "e");
      page.waitForCondition(
          () -> page.textContent("[data-item=code][data-code=R5383]").contains("“" + words + "”"));

      press(page, "d");
      assertThat(page.isVisible("dialog#reasons")).isTrue();
      press(page, "6");
      page.waitForCondition(() -> codes(page).size() == 1);
      while (page.locator("[data-item=suggestion]").count() > 0) {
        int left = page.locator("[data-item=suggestion]").count();
        while (page.locator("[data-item=suggestion].cc-current").count() == 0) press(page, "j");
        press(page, "d");
        press(page, "1");
        page.waitForCondition(() -> page.locator("[data-item=suggestion]").count() < left);
      }
      press(page, "Alt+d");
      page.waitForSelector("#computed:has-text('medical decision making')");
      assertThat(page.textContent("#computed")).doesNotContain("$");
      shoot(page, "chart-coded-by-keys", 1440);
      press(page, "Alt+Enter");
      page.waitForURL(url -> !url.contains(visit.publicId().toString()));

      open(page, visit);
      assertThat(page.textContent("#work")).contains("Final coded", "Packet 2", "Packet 1");
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void changesAreTakenBackAndWordsFoundInTheDocumentsByKeys() {
    var visit = freshChart("E05");
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "casey");
      open(page, visit);
      int suggested = page.locator("[data-item=suggestion]").count();
      press(page, "j");
      press(page, "y");
      page.waitForCondition(() -> codes(page).size() == 1);
      while (page.locator("[data-item=code].cc-current").count() == 0) press(page, "k");
      press(page, "d");
      press(page, "1");
      page.waitForCondition(() -> codes(page).isEmpty());
      page.waitForSelector("#suggested:has-text('Accept after all')");
      assertThat(page.textContent("#suggested")).contains("Rejected");
      press(page, "u");
      page.waitForCondition(() -> codes(page).size() == 1);
      press(page, "u");
      page.waitForCondition(() -> codes(page).isEmpty());
      page.waitForCondition(() -> page.locator("[data-item=suggestion]").count() == suggested);
      press(page, "u");
      page.waitForSelector("#changes:has-text('No change is left to take back')");

      press(page, "f");
      page.keyboard().type("light-headedness");
      page.waitForSelector("#find output:has-text('1 of')");
      press(page, "Enter");
      press(page, "Escape");
      page.waitForCondition(() ->
          page.evaluate("String(getSelection())").toString().equalsIgnoreCase("light-headedness"));
      press(page, "f");
      press(page, "Control+a");
      page.keyboard().type("no such words");
      page.waitForSelector("#find output:has-text('Not in these documents')");
      shoot(page, "chart-found", 1440);
      press(page, "Escape");
      press(page, "i");
      assertThat(page.evaluate("document.activeElement.name")).isEqualTo("code");
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void everythingIsFoundAndRowsAreChosenByKeys() {
    var visit = freshChart("E12");
    var other = freshChart("E17");
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "mara");
      press(page, "/");
      page.keyboard().type(visit.visitNumber().toLowerCase(Locale.ROOT));
      press(page, "Enter");
      page.waitForURL("**/charts/" + visit.publicId());
      page.navigate(address + "/coding");
      press(page, "j");
      press(page, "x");
      press(page, "j");
      press(page, "X");
      assertThat(page.locator("input[name=chart]:checked").count()).isEqualTo(2);
      shoot(page, "coding-chosen", 1440);
      press(page, "b");
      page.keyboard().type("casey");
      press(page, "Tab");
      page.keyboard().type("Hers from today on");
      press(page, "Alt+s");
      page.waitForCondition(() -> page.locator("tbody").textContent().contains("casey"));
      page.waitForLoadState(LoadState.NETWORKIDLE);
      page.navigate(address + "/charts/" + other.publicId());
      press(page, "a");
      page.keyboard().type("casey");
      press(page, "Escape");
      assertThat(page.inputValue("input[name=to]")).isEqualTo("casey");
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void whatTheDemoLeavesIsCodedOneChartAfterTheOther() {
    assertThat(application.getBean(DemoMonth.class).leaveForCoders()).isEqualTo(4);
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "casey");
      page.navigate(address + "/coding");
      assertThat(page.locator("tbody tr").count()).isGreaterThanOrEqualTo(3);
      page.navigate(address + "/charts");
      press(page, "n");
      page.waitForURL("**/charts/*-*");
      String first = page.textContent("h1");
      while (page.locator("[data-item=suggestion]").count() > 0) {
        int left = page.locator("[data-item=suggestion]").count();
        while (page.locator("[data-item=suggestion].cc-current").count() == 0) press(page, "j");
        press(page, "y");
        page.waitForCondition(() -> page.locator("[data-item=suggestion]").count() < left);
      }
      press(page, "Alt+Enter");
      page.waitForCondition(() -> !page.textContent("h1").equals(first));
      assertThat(page.locator("#work").count()).isEqualTo(1);
    }
  }

  @Test
  void aChartIsLetWaitAndTheNextOneOpenedByKeys() {
    var visit = freshChart("E09");
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "casey");
      open(page, visit);
      press(page, "Alt+p");
      page.selectOption("select[name=reason]", "OTHER");
      page.fill("details[data-pend] input[name=note]", "The pathology report");
      page.click("text=Let it wait");
      page.waitForSelector("text=Waits for");
      assertThat(page.isDisabled("text=Make the codes final")).isTrue();
      page.locator("h1").click();
      press(page, "n");
      page.waitForURL(url -> !url.contains(visit.publicId().toString()));
      open(page, visit);
      page.fill("input[name=outcome]", "It came");
      page.click("text=Has come");
      page.waitForCondition(() -> page.locator("input[name=outcome]").count() == 0);
    }
  }

  @Test
  void codesAreDraggedAndPhrasesTakenOverWithTheMouse() {
    var visit = freshChart("E01");
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "casey");
      open(page, visit);
      page.locator("mark.cc-suggested")
          .first()
          .click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
      page.waitForCondition(() -> codes(page).size() == 1);
      addByHand(page, "R53.83", 0);
      page.waitForCondition(() -> codes(page).size() == 2);
      addByHand(page, "R51.9", 1);
      page.waitForCondition(() -> codes(page).size() == 3);
      page.dragAndDrop("[data-item=code] >> nth=2", "[data-item=code] >> nth=0");
      page.waitForCondition(() -> codes(page).getFirst().equals("R519"));

      assertThat(codesOf(visit).getFirst()).isEqualTo("R519");
      assertThat(problems).isEmpty();
    }
  }

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
  void anAdministratorAddsAUserWhoSignsIn() {
    for (int width : new int[] {1440, 390}) {
      try (var context = context(width);
          var own = context(width)) {
        var page = context.newPage();
        var problems = problems(page);
        signIn(page, "adam");
        visit(page, "/users", "users", width);
        page.fill("input[name=userName]", "nora" + width);
        page.fill("input[name=displayName]", "Nora New");
        page.check("input[name=roles][value=CODER]");
        page.fill("input[name=password]", "nine grey tulips under snow");
        page.click("button:has-text('Add')");
        page.waitForURL("**/users/nora" + width);
        shoot(page, "user", width);
        var hers = own.newPage();
        hers.navigate(address + "/sign-in");
        hers.fill("#username", "nora" + width);
        hers.fill("#password", "nine grey tulips under snow");
        hers.click("button[type=submit]");
        hers.waitForURL(address + "/");
        visit(hers, "/password", "password", width);

        page.fill("input[name=reason]", "Left the practice");
        page.click("button:has-text('Deactivate')");
        page.waitForSelector("text=Activate again");
        hers.navigate(address + "/charts");
        assertThat(hers.url()).contains("/sign-in");
        assertThat(problems).isEmpty();
      }
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

  @Test
  void everyScreenOpensWideAndNarrow() {
    var visit = freshChart("E10");
    for (int width : new int[] {1440, 390}) {
      try (var context = context(width)) {
        var page = context.newPage();
        var problems = problems(page);
        signIn(page, "mara");
        for (String path : List.of("/queries?state=ALL", "/queries/figures", "/queries/settings")) {
          page.navigate(address + path);
          shoot(page, path.replaceAll("\\W+", "-").substring(1), width);
        }
        page.click("text=Sign out");
        signIn(page, "casey");
        open(page, visit);
        shoot(page, "chart-open", width);
        page.navigate(address + "/charts/" + visit.publicId() + "/queries/new");
        shoot(page, "query-new", width);
        assertThat(problems).isEmpty();
      }
    }
  }

  private void inPractice(Runnable work) {
    long organization = application.getBean(Organizations.class).all().getFirst().id();
    Acting.as(
        new Actor(organization, "cora", Set.of(Role.CODER, Role.MANAGER, Role.ADMIN), true),
        () -> {
          work.run();
          return true;
        });
  }

  /// The chart of a demo visit as it was before anybody coded it.
  private Encounter freshChart(String visitNumber) {
    var found = new ArrayList<Encounter>();
    inPractice(() ->
        new TransactionTemplate(application.getBean(PlatformTransactionManager.class))
            .executeWithoutResult(status -> {
              var encounter =
                  application.getBean(Encounters.class).numbered(visitNumber).orElseThrow();
              var charts = application.getBean(Charts.class);
              if (charts.get(encounter.id()).finalizedAt() != null)
                application
                    .getBean(ChartReopening.class)
                    .reopen(encounter.id(), "To code it again");
              var jdbc = application.getBean(JdbcClient.class);
              long chart = charts.get(encounter.id()).id();
              jdbc.sql("delete from chart_code where chart_id = :chart")
                  .param("chart", chart)
                  .update();
              jdbc.sql(
                      "update suggestion set decision = null, decision_reason = null where chart_id"
                          + " = :chart")
                  .param("chart", chart)
                  .update();
              jdbc.sql(
                      "update chart_service set decision = null, decision_reason = null where"
                          + " chart_id = :chart")
                  .param("chart", chart)
                  .update();
              found.add(encounter);
            }));
    return found.getFirst();
  }

  private List<String> codesOf(Encounter visit) {
    var codes = new ArrayList<String>();
    inPractice(() ->
        application
            .getBean(Charts.class)
            .get(visit.id())
            .codes()
            .forEach(c -> codes.add(c.code())));
    return codes;
  }

  /// Words of the note, the encoder, its code, back and onto the chart.
  private void addFromTheEncoder(Page page, Encounter visit) {
    press(page, "w");
    press(page, "ArrowRight");
    press(page, "c");
    page.waitForURL(url -> url.contains("/encoder?chart="));
    page.waitForSelector("#q:focus");
    press(page, "Control+a");
    page.keyboard().type("R53.83");
    page.waitForSelector("#found [data-code='R53.83']");
    press(page, "Enter");
    page.waitForSelector("[data-card='R53.83']");
    press(page, "Enter");
    page.waitForSelector("#picked [data-press=a]");
    press(page, "Escape");
    press(page, "a");
    page.waitForURL("**/charts/" + visit.publicId() + "**");
    page.waitForSelector("[data-add] button:focus");
    press(page, "Enter");
    page.waitForSelector("[data-item=code][data-code=R5383]");
  }

  private void addByHand(Page page, String code, int from) {
    String word = page.locator("[data-document]").first().textContent().split("\\s+")[from + 1];
    page.fill("input[name=code]", code);
    page.fill("input[name=words]", word);
    page.keyboard().press("Enter");
    page.waitForSelector("[data-item=code][data-code=" + code.replace(".", "") + "]");
  }

  @SuppressWarnings("unchecked") // an array of strings in the page
  private List<String> codes(Page page) {
    return (List<String>)
        page.evaluate(
            "[...document.querySelectorAll('[data-item=code]')].map(row => row.dataset.code)");
  }

  private String current(Page page) {
    return (String) page.evaluate("document.querySelector('.cc-current')?.dataset.code ?? ''");
  }

  private void press(Page page, String key) {
    page.keyboard().press(key);
  }

  private void open(Page page, Encounter visit) {
    page.navigate(address + "/charts/" + visit.publicId());
  }
}
