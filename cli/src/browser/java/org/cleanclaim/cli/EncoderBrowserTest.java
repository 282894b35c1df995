package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.ApplicationStart;
import org.cleanclaim.app.demo.DemoMonth;
import org.cleanclaim.app.storage.Database;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.store.CodeStore;
import org.cleanclaim.codesets.store.InstallProgress;
import org.cleanclaim.codesets.store.SourceFiles;
import org.cleanclaim.postgres.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.context.ConfigurableApplicationContext;

/// A coder's way through the encoder without a mouse, in a real browser: with the official files where
/// `CLEANCLAIM_DATA` names them, with the starter set otherwise. Screenshots land in `target/screenshots`.
@NullUnmarked
class EncoderBrowserTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final String DAY = "on=2026-03-02";
  private static final int LARGEST_PAGE = 200_000;

  @TempDir static Path home;
  private static boolean isOfficial;
  private static PostgresServer server;
  private static ConfigurableApplicationContext application;
  private static Playwright playwright;
  private static Browser browser;
  private static String address;

  @BeforeAll
  static void start() throws IOException {
    Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "chromium is not installed at " + CHROMIUM);
    String data = System.getenv("CLEANCLAIM_DATA");
    isOfficial = data != null && Files.isDirectory(Path.of(data, "data", "icd10cm"));
    if (isOfficial) install(Path.of(data, "data"));
    server = PostgresServer.start(home);
    var owner = server.connection();
    var database =
        Database.prepare(owner.jdbcUrl(), owner.user(), owner.password(), home.resolve("application-password"));
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    application = ApplicationStart.serve(home, database, port);
    application.getBean(DemoMonth.class).play(1, line -> {});
    address = "http://localhost:" + port;
    Files.createDirectories(SCREENSHOTS);
    playwright = Playwright.create();
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")));
  }

  private static void install(Path data) throws IOException {
    Path spool = Files.createDirectories(home.resolve("spool"));
    var files = new ArrayList<SourceFile>();
    for (String folder : List.of("icd10cm/2021", "icd10cm/2025", "icd10cm/2026", "icd10pcs")) {
      files.addAll(SourceFiles.at(data.resolve(folder), spool));
    }
    CodeStore.at(home.resolve("codesets")).install(files, null, InstallProgress.silent());
  }

  @AfterAll
  static void stop() {
    if (browser != null) browser.close();
    if (playwright != null) playwright.close();
    if (application != null) application.close();
    if (server != null) server.close();
  }

  @Test
  void everyScreenOpensWideAndNarrowWithoutErrors() {
    for (int width : new int[] {1440, 390}) {
      try (var context = context(width)) {
        var page = context.newPage();
        var problems = problems(page);
        signIn(page);
        visit(page, "/encoder", "encoder", width);
        visit(page, "/encoder?q=type+2+diab&" + DAY, "encoder-search", width);
        visit(page, "/encoder?q=type+2+diab&code=E11.9&" + DAY, "encoder-card", width);
        visit(page, "/encoder?book=shelf&" + DAY, "encoder-shelf", width);
        for (String book : List.of("index", "causes", "neoplasms", "drugs", "tabular", "pcs")) {
          visit(page, "/encoder?book=" + book + "&" + DAY, "encoder-" + book, width);
        }
        visit(page, "/encoder/updates", "encoder-updates", width);
        assertThat(problems).isEmpty();
      }
    }
  }

  @Test
  void stemsAndTwoEntersPickACodeAndNothingTypedIsLost() {
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page);
      page.keyboard().press("g");
      page.keyboard().press("e");
      page.waitForURL("**/encoder");
      page.keyboard().type("type 2 diab without compl");
      page.waitForSelector("#found [data-code='E11.9']");
      page.keyboard().press("Enter");
      page.waitForSelector("[data-card]");
      String shown = page.getAttribute("[data-card]", "data-card");
      page.keyboard().press("Enter");
      page.waitForSelector(".cc-picked");

      assertThat(page.textContent(".cc-picked")).contains(shown);
      assertThat(page.inputValue("#q")).isEqualTo("type 2 diab without compl");
      assertThat(page.url()).contains("picked=" + shown).contains("q=diab");
      page.keyboard().press("ArrowDown");
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
      signIn(page);
      page.navigate(address + "/encoder?q=asthma&code=E11.9&" + DAY);
      page.click("text=Add to favorites");
      assertThat(page.textContent("#card")).contains("★ Favorite");
      assertThat(page.inputValue("#q")).isEqualTo("asthma");
      page.navigate(address + "/encoder?book=shelf&" + DAY);
      assertThat(page.textContent("#found")).contains("E11.9");
      page.click("[aria-label='Take E11.9 out of the favorites']");
      assertThat(page.textContent("#found")).contains("None yet");
    }
  }

  @Test
  void aSharedSetIsMadeAndFilled() {
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page);
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
      signIn(page);
      page.navigate(address + "/charts");
      page.locator("tbody tr[data-href] a").first().click();
      page.waitForURL("**/charts/*");
      if (page.locator("[data-encoder]").count() == 0) {
        page.fill("input[name=reason]", "A condition was overlooked");
        page.click("text=Open again");
      }
      page.keyboard().press("c");
      page.waitForURL(url -> url.contains("/encoder?chart="));
      page.fill("#q", "R53.83");
      page.waitForSelector("#found [data-code='R53.83']");
      page.keyboard().press("Enter");
      page.waitForSelector("[data-card='R53.83']");
      page.keyboard().press("Enter");
      page.click("text=Add to chart");
      page.waitForURL(url -> url.contains("/charts/"));

      assertThat(page.inputValue("input[name=code]")).isEqualTo("R53.83");
    }
  }

  @Test
  void theIndexIsLeafedThroughByKeys() {
    Assumptions.assumeTrue(isOfficial, "the Alphabetic Index is not there; CLEANCLAIM_DATA is not set");
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page);
      page.navigate(address + "/encoder?book=index&" + DAY);
      page.keyboard().type("diabetes");
      page.waitForSelector("#lines .cc-title");
      page.keyboard().press("ArrowRight");
      page.waitForSelector("#within");
      page.keyboard().press("Escape");
      page.keyboard().press("f");
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
      signIn(page);
      page.navigate(address + "/encoder?q=S93.401&" + DAY);
      page.waitForSelector("#found [data-code='S93.401']");
      page.keyboard().press("ArrowRight");
      page.waitForSelector(".cc-below [data-code='S93.401D']");
      page.keyboard().press("ArrowDown");
      page.waitForSelector("[data-card='S93.401A']");
      page.keyboard().press("ArrowLeft");
      page.waitForCondition(() -> page.locator(".cc-below li").count() == 0);

      page.navigate(address + "/encoder?code=S93.401&" + DAY);
      assertThat(page.textContent("#card")).contains("Needs 1 more character");
      page.keyboard().press("Control+ArrowDown");
      page.keyboard().press("Enter");
      page.waitForSelector("[data-card='S93.401A']");
    }
  }

  @Test
  void aProcedureCodeIsBuiltByItsCharacters() {
    Assumptions.assumeTrue(isOfficial, "CLEANCLAIM_DATA is not set");
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page);
      page.navigate(address + "/encoder?book=pcs&" + DAY);
      page.keyboard().type("0DB6");
      page.waitForSelector("#columns[data-good='0DB6']");
      page.keyboard().press("Backspace");
      page.waitForSelector("#columns[data-good='0DB']");
      page.keyboard().type("64ZZ");
      page.waitForSelector("[data-card='ICD10PCS:0DB64ZZ']");

      assertThat(page.textContent("#columns")).contains("complete").contains("Percutaneous Endoscopic");
      shoot(page, "encoder-pcs-complete", 1440);
    }
  }

  @Test
  void theDateOfServiceDecidesWhatIsValid() {
    Assumptions.assumeTrue(isOfficial, "CLEANCLAIM_DATA is not set");
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page);
      page.navigate(address + "/encoder?code=E11.A&" + DAY);
      assertThat(page.textContent("#card")).contains("Billable");
      page.fill("#on", "2025-03-02");
      page.dispatchEvent("#on", "change");
      page.waitForCondition(() -> page.textContent("#card").contains("valid from 2025-10-01"));

      assertThat(page.url()).contains("on=2025-03-02");
    }
  }

  private static List<String> problems(Page page) {
    var problems = new ArrayList<String>();
    page.onPageError(problems::add);
    page.onResponse(r -> {
      if (r.status() >= 400) problems.add(r.status() + " " + r.url());
    });
    return problems;
  }

  private static BrowserContext context(int width) {
    return browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900));
  }

  private static void signIn(Page page) {
    page.navigate(address + "/sign-in");
    page.fill("#username", "casey");
    page.fill("#password", DemoMonth.PASSWORD);
    page.click("button[type=submit]");
    page.waitForURL(address + "/");
  }

  private static void visit(Page page, String path, String name, int width) {
    var response = page.navigate(address + path);
    assertThat(response.status()).as(path).isEqualTo(200);
    assertThat(response.body().length).as(path).isLessThan(LARGEST_PAGE);
    shoot(page, name, width);
  }

  private static void shoot(Page page, String name, int width) {
    var overflow =
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) overflow).intValue()).as(name + " is wider than the screen at " + width).isZero();
    assertThat(page.locator("input:not([type=hidden]):not([aria-label]), select:not([aria-label])").all())
        .allSatisfy(input -> assertThat((Boolean) input.evaluate("i => i.labels.length > 0")).isTrue());
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + "-" + width + ".png")));
  }
}
