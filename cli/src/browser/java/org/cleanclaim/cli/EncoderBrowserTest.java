package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.store.CodeStore;
import org.cleanclaim.codesets.store.InstallProgress;
import org.cleanclaim.codesets.store.SourceFiles;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// A coder's way through the encoder without a mouse, in a real browser: with the official files
/// where `CLEANCLAIM_DATA` names them, with the starter set otherwise. Screenshots land in
/// `target/screenshots`.
@NullUnmarked
class EncoderBrowserTest extends DemoInBrowser {
  private static final String DAY = "on=2026-03-02";
  private static final int LARGEST_PAGE = 200_000;

  private boolean isOfficial;

  @Override
  protected void install(Path home) throws IOException {
    String named = System.getenv("CLEANCLAIM_DATA");
    isOfficial = named != null && Files.isDirectory(Path.of(named, "data", "icd10cm"));
    if (!isOfficial) return;
    Path data = Path.of(named, "data");
    Path spool = Files.createDirectories(home.resolve("spool"));
    var files = new ArrayList<SourceFile>();
    for (String folder : List.of("icd10cm/2021", "icd10cm/2025", "icd10cm/2026", "icd10pcs")) {
      files.addAll(SourceFiles.at(data.resolve(folder), spool));
    }
    CodeStore.at(home.resolve("codesets")).install(files, null, InstallProgress.silent());
  }

  @Test
  void everyScreenOpensWideAndNarrowWithoutErrors() {
    for (int width : new int[] {1440, 390}) {
      try (var context = context(width)) {
        var page = context.newPage();
        var problems = problems(page);
        signIn(page, "casey");
        look(page, "/encoder", "encoder", width);
        look(page, "/encoder?q=type+2+diab&" + DAY, "encoder-search", width);
        look(page, "/encoder?q=type+2+diab&code=E11.9&" + DAY, "encoder-card", width);
        look(page, "/encoder?book=shelf&" + DAY, "encoder-shelf", width);
        for (String book : List.of("index", "causes", "neoplasms", "drugs", "tabular", "pcs")) {
          look(page, "/encoder?book=" + book + "&" + DAY, "encoder-" + book, width);
        }
        look(page, "/encoder/updates", "encoder-updates", width);
        assertThat(problems).isEmpty();
      }
    }
  }

  @Test
  void stemsAndTwoEntersPickACodeAndNothingTypedIsLost() {
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "casey");
      press(page, "g");
      press(page, "e");
      page.waitForURL("**/encoder");
      page.keyboard().type("type 2 diab without compl");
      page.waitForSelector("#found [data-code='E11.9']");
      press(page, "Enter");
      page.waitForSelector("[data-card]");
      String shown = page.getAttribute("[data-card]", "data-card");
      press(page, "Enter");
      page.waitForSelector(".cc-picked");

      assertThat(page.textContent(".cc-picked")).contains(shown);
      assertThat(page.inputValue("#q")).isEqualTo("type 2 diab without compl");
      assertThat(page.url()).contains("picked=" + shown).contains("q=type");
      press(page, "ArrowDown");
      page.waitForCondition(() -> !shown.equals(page.getAttribute("[data-card]", "data-card")));
      page.reload();
      assertThat(page.textContent(".cc-picked")).contains(shown);
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void aFavoriteIsKeptShownAndTakenOut() {
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "casey");
      page.navigate(address + "/encoder?q=asthma&code=E11.9&" + DAY);
      page.click("text=Add to favorites");
      page.waitForSelector("#card:has-text('★ Favorite')");
      assertThat(page.inputValue("#q")).isEqualTo("asthma");
      page.navigate(address + "/encoder?book=shelf&" + DAY);
      assertThat(page.textContent("#found")).contains("E11.9");
      page.click("[aria-label='Take E11.9 out of the favorites']");
      page.waitForSelector("#found:has-text('None yet')");
    }
  }

  @Test
  void aSharedSetIsMadeAndFilled() {
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "casey");
      page.navigate(address + "/encoder?book=shelf&" + DAY);
      page.fill(".cc-new input[name=name]", "Ankle sprain set");
      page.click(".cc-new button");
      page.navigate(address + "/encoder?code=E11.9&" + DAY);
      page.click("text=Add to set");
      page.navigate(address + "/encoder?book=shelf&" + DAY);

      assertThat(page.textContent("#found")).contains("Ankle sprain set").contains("1 codes");
    }
  }

  @Test
  void aChartOpensTheEncoderAndGetsTheCodeBack() {
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "casey");
      page.navigate(address + "/charts");
      page.locator("tbody tr[data-href] a").first().click();
      page.waitForURL("**/charts/*");
      if (page.locator("[data-encoder]").count() == 0) {
        page.fill("input[name=reason]", "A condition was overlooked");
        page.click("text=Open again");
      }
      page.waitForSelector("[data-encoder]");
      page.waitForLoadState();
      press(page, "c");
      page.waitForURL(url -> url.contains("/encoder?chart="));
      page.keyboard().type("R53.83");
      page.waitForSelector("#found [data-code='R53.83']");
      press(page, "Enter");
      page.waitForSelector("[data-card='R53.83']");
      press(page, "Enter");
      page.waitForSelector(".cc-picked");
      press(page, "/");
      page.keyboard().type("R53.81");
      page.waitForSelector("#found [data-code='R53.81']");
      press(page, "Enter");
      page.waitForSelector("[data-card='R53.81']");
      press(page, "Enter");
      page.waitForSelector(".cc-picked:has-text('R53.81')");
      page.waitForCondition(() -> isAtThePickedCode(page));
      press(page, "a");
      page.waitForURL(url -> url.contains("/charts/"));

      assertThat(page.inputValue("input[name=code]")).as("picked last").isEqualTo("R53.81");
      page.waitForCondition(() -> "reason".equals(fieldAtHand(page)));
      page.keyboard().type("Told on the phone");
      press(page, "Enter");
      page.waitForSelector("#codes [data-code='R5381']");

      page.navigate(page.url().replaceAll("[?#].*", "") + "?code=R53.83&words=fatigue#add");
      page.waitForCondition(() -> "Add".equals(fieldAtHand(page)));
    }
  }

  @Test
  void theBoxIsNotLeftWhereTheNextSearchIsTyped() {
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "casey");
      page.navigate(address + "/charts");
      page.locator("tbody tr[data-href] a").first().click();
      page.waitForURL("**/charts/*");
      String chart = page.url().replaceAll(".*/charts/([^?#]+).*", "$1");
      page.navigate(address + "/encoder?chart=" + chart + "&q=R53.83&code=R53.83");
      page.waitForSelector("#pick");
      page.waitForLoadState();
      page.evaluate(
          "document.getElementById('pick').requestSubmit();"
              + " document.getElementById('q').focus();"
              + " document.getElementById('q').value = 'R53.81'");
      page.waitForSelector("#picked [data-press=a]");
      page.waitForCondition(() -> page.locator(".htmx-request, .htmx-settling").count() == 0);
      assertThat(isAtThePickedCode(page)).as("picked").isFalse();

      page.reload();
      page.waitForSelector("#picked [data-press=a]");
      page.waitForLoadState();
      assertThat(isAtThePickedCode(page)).as("loaded anew").isFalse();
    }
  }

  private static boolean isAtThePickedCode(Page page) {
    return (Boolean) page.evaluate("document.activeElement.matches('#picked a')");
  }

  private static String fieldAtHand(Page page) {
    return (String)
        page.evaluate("document.activeElement.name || document.activeElement.textContent.trim()");
  }

  @Test
  void theIndexIsLeafedThroughByKeys() {
    Assumptions.assumeTrue(
        isOfficial, "the Alphabetic Index is not there; CLEANCLAIM_DATA is not set");
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "casey");
      page.navigate(address + "/encoder?book=index&" + DAY);
      page.keyboard().type("diabetes");
      page.waitForSelector("#lines .cc-title");
      press(page, "ArrowRight");
      page.waitForSelector("#within");
      press(page, "Escape");
      press(page, "f");
      page.keyboard().type("type 2 neuropathy");
      page.waitForSelector("#lines [data-code='E11.40']");
      assertThat(page.url()).contains("book=index").contains("place=");
      page.click("#lines [data-code='E11.40']");
      page.waitForSelector("[data-card='E11.40']");

      assertThat(page.textContent("#card")).contains("Index lines that lead here");
      assertThat(page.inputValue("#within")).isEqualTo("type 2 neuropathy");
    }
  }

  @Test
  void theSeventhCharacterIsChosenByKeys() {
    Assumptions.assumeTrue(isOfficial, "CLEANCLAIM_DATA is not set");
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "casey");
      page.navigate(address + "/encoder?q=S93.401&" + DAY);
      page.waitForSelector("#found [data-code='S93.401']");
      press(page, "ArrowRight");
      page.waitForSelector(".cc-below [data-code='S93.401D']");
      press(page, "ArrowDown");
      page.waitForSelector("[data-card='S93.401A']");
      press(page, "ArrowLeft");
      page.waitForCondition(() -> page.locator(".cc-below li").count() == 0);

      page.navigate(address + "/encoder?code=S93.401&" + DAY);
      assertThat(page.textContent("#card")).contains("Needs 1 more character");
      press(page, "Control+ArrowDown");
      press(page, "Enter");
      page.waitForSelector("[data-card='S93.401A']");
    }
  }

  @Test
  void aProcedureCodeIsBuiltByItsCharacters() {
    Assumptions.assumeTrue(isOfficial, "CLEANCLAIM_DATA is not set");
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "casey");
      page.navigate(address + "/encoder?book=pcs&" + DAY);
      page.keyboard().type("0DB6");
      page.waitForSelector("#columns[data-good='0DB6']");
      press(page, "Backspace");
      page.waitForSelector("#columns[data-good='0DB']");
      page.keyboard().type("64ZZ");
      page.waitForSelector("[data-card='ICD10PCS:0DB64ZZ']");

      assertThat(page.textContent("#columns"))
          .contains("complete")
          .contains("Percutaneous Endoscopic");
      shoot(page, "encoder-pcs-complete", 1440);
    }
  }

  @Test
  void theDateOfServiceDecidesWhatIsValid() {
    Assumptions.assumeTrue(isOfficial, "CLEANCLAIM_DATA is not set");
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "casey");
      page.navigate(address + "/encoder?code=E11.A&" + DAY);
      assertThat(page.textContent("#card")).contains("Billable");
      page.fill("#on", "2025-03-02");
      page.dispatchEvent("#on", "change");
      page.waitForCondition(() -> page.textContent("#card").contains("valid from 2025-10-01"));

      assertThat(page.url()).contains("on=2025-03-02");
    }
  }

  private void look(Page page, String path, String name, int width) {
    var response = visit(page, path, name, width);
    assertThat(response.body().length).as(path).isLessThan(LARGEST_PAGE);
  }
}
