package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.MouseButton;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.app.demo.DemoMonth;
import org.cleanclaim.app.encounter.Encounter;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/// Charts coded in a real browser, by keys and with the mouse.
@NullUnmarked
class ChartBrowserTest extends ChartsInBrowser {
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
      page.waitForResponse(r -> r.url().endsWith("/panes"), () -> press(page, "u"));
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
    press(page, "Enter");
    page.waitForSelector("[data-item=code][data-code=" + code.replace(".", "") + "]");
  }
}
