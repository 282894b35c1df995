package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/// The pages in a real browser, wide and narrow, after the demo month. Screenshots land in
/// `target/screenshots`.
@NullUnmarked
class BrowserTest extends DemoInBrowser {
  @Test
  void everyPageOpensWideAndNarrowWithoutErrors() {
    for (int width : new int[] {1440, 390}) {
      try (var context = context(width)) {
        var page = context.newPage();
        var problems = new ArrayList<String>();
        page.onPageError(problems::add);
        page.onResponse(r -> {
          if (r.status() >= 400) problems.add(r.status() + " " + r.url());
        });
        page.navigate(address + "/");
        assertThat(page.url()).endsWith("/sign-in");
        shoot(page, "sign-in", width);
        signIn(page, "mara");
        assertThat(page.textContent("h1")).isEqualTo("Today");
        assertThat(page.textContent("main")).contains("balanced");
        shoot(page, "today", width);
        visit(page, "/charts", "charts", width);
        first(page, "chart", width);
        assertThat(page.locator("mark").count()).isPositive();
        visit(page, "/claims", "claims", width);
        first(page, "claim", width);
        assertThat(page.textContent("main"))
            .contains("Timeline")
            .contains("ISA*00*")
            .contains("CLM*");
        visit(page, "/remittances", "remittances", width);
        first(page, "remittance", width);
        assertThat(page.textContent("main")).contains("every equation holds");
        visit(page, "/denials", "denials", width);
        assertThat(page.textContent("main")).contains("CO-50");
        visit(page, "/patients", "patients", width);
        first(page, "patient", width);
        assertThat(page.textContent("main")).contains("Ledger");
        assertThat(problems).isEmpty();
      }
    }
  }

  @Test
  void aCoderSeesNoMoneyPages() {
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "casey");
      assertThat(page.textContent("nav")).contains("Charts").doesNotContain("Remittances");

      var response = page.navigate(address + "/remittances");

      assertThat(response.status()).isEqualTo(403);
      assertThat(page.textContent("main")).contains("This needs the right");
    }
  }

  @Test
  void aWrongPasswordIsRefusedInASentence() {
    try (var context = context(1440)) {
      var page = context.newPage();
      page.navigate(address + "/sign-in");
      page.fill("#username", "bill");
      page.fill("#password", "wrong");
      page.click("button[type=submit]");

      assertThat(page.textContent(".alert-danger")).contains("wrong");
    }
  }

  @Test
  void aCoderOpensAChartAgainAddsACodeWithItsWordsAndFinishes() {
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "casey");
      page.navigate(address + "/charts");
      page.locator("tbody tr[data-href] a").last().click();
      page.fill("input[name=reason]", "A condition was overlooked");
      page.click("text=Open again");
      page.fill("input[name=code]", "R53.83");
      page.fill("input[name=words]", "these words are not in the note");
      page.click("button:text-is('Add'):visible");
      assertThat(page.textContent("main")).contains("do not hold these words");
      page.goBack();
      page.fill("input[name=code]", "R53.83");
      page.fill("input[name=words]", "sugars");
      page.click("button:text-is('Add'):visible");
      assertThat(page.textContent("section[aria-label=Codes]"))
          .contains("R53.83")
          .contains("sugars");
      page.waitForSelector("body.cc-has-script");
      page.locator("#codes button:has-text('Remove')").last().click();
      page.click("[data-reason=NOT_SUPPORTED]");
      page.waitForCondition(() -> !page.textContent("#codes").contains("R53.83"));
      page.click("text=Make the codes final");

      assertThat(page.textContent("main")).contains("Final coded");
      shoot(page, "chart-coded", 1440);
    }
  }

  @Test
  void filtersNarrowTheListAndStandInTheAddress() {
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "bill");
      page.navigate(address + "/claims");
      int all = page.locator("#rows tbody tr").count();
      page.selectOption("select[name=payer]", "granite");
      page.waitForURL("**/claims?*payer=granite*");
      page.waitForCondition(() -> page.locator("#rows tbody tr").count() < all);

      assertThat(page.textContent("#rows")).contains("Granite Mutual").doesNotContain("Lakeland");
      page.locator("#rows th").nth(3).click();
      assertThat(page.locator("#rows th").nth(3).getAttribute("aria-sort")).isEqualTo("ascending");
    }
  }

  @Test
  void keysOpenListsAndRows() {
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "bill");
      press(page, "g");
      press(page, "c");
      page.waitForURL("**/claims");
      press(page, "j");
      press(page, "Enter");
      page.waitForURL("**/claims/*");

      assertThat(page.textContent("h1")).startsWith("Claim CC");
    }
  }

  private void first(Page page, String name, int width) {
    page.locator("tbody tr[data-href] a").first().click();
    page.waitForLoadState();
    shoot(page, name, width);
  }

  @Test
  void anAdministratorAddsAUserWhoSignsIn() {
    for (int width : new int[] {1440, 390}) {
      try (var context = context(width);
          var own = context(width)) {
        var page = context.newPage();
        var problems = problems(page);
        signIn(page, "adam");
        visit(page, "/audit-trail", "audit-trail", width);
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
}
