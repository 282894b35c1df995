package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.ApplicationStart;
import org.cleanclaim.app.demo.DemoMonth;
import org.cleanclaim.app.storage.Database;
import org.cleanclaim.postgres.PostgresServer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// The demo month on a server of its own and a real browser before it, for the tests of a class.
/// Screenshots land in `target/screenshots`.
@NullUnmarked
@ExtendWith(PlayedHome.Resolver.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DemoInBrowser {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  /// How long a test waits for what has to come: long enough for two cores with much to do.
  private static final Duration SLOW_MACHINE = Duration.ofSeconds(90);

  /// The parts of a page that reach beyond the screen.
  private static final String TOO_WIDE =
      """
      [...document.querySelectorAll('main *')]
        .filter(part => !part.parentElement.closest('.table-responsive'))
        .filter(part => part.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .slice(0, 4).map(part => part.outerHTML.slice(0, 160)).join(' | ')
      """;

  /// Fields that nobody can tell apart by ear.
  private static final String UNNAMED =
      """
      [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
        .filter(field => !field.hasAttribute('aria-label') && field.labels.length === 0)
        .slice(0, 4).map(field => field.outerHTML.slice(0, 160)).join(' | ')
      """;

  /// Where the server is: `http://localhost:8080`.
  protected String address;

  protected ConfigurableApplicationContext application;
  private PostgresServer server;
  private Playwright playwright;
  private Browser browser;

  /// What a class of tests installs before the server starts.
  protected void install(Path home) throws IOException {}

  @BeforeAll
  final void start(PlayedHome played, @TempDir Path home) throws IOException {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM), "chromium is not installed at " + CHROMIUM);
    played.copyTo(home);
    install(home);
    server = PostgresServer.start(home);
    var owner = server.connection();
    var database =
        Database.prepare(
            owner.jdbcUrl(), owner.user(), owner.password(), home.resolve("application-password"));
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    application = ApplicationStart.serve(home, database, port);
    address = "http://localhost:" + port;
    Files.createDirectories(SCREENSHOTS);
    playwright = Playwright.create();
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  final void stop() {
    if (browser != null) browser.close();
    if (playwright != null) playwright.close();
    if (application != null) application.close();
    if (server != null) server.close();
  }

  /// A browser of that width without anybody's cookies, in which pages scroll at once.
  protected BrowserContext context(int width) {
    var context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setReducedMotion(ReducedMotion.REDUCE));
    context.setDefaultTimeout((double) SLOW_MACHINE.toMillis());
    return context;
  }

  /// Presses a key once the page hears it: its scripts are there when it is loaded.
  protected void press(Page page, String key) {
    page.waitForLoadState();
    page.keyboard().press(key);
  }

  protected void signIn(Page page, String user) {
    page.navigate(address + "/sign-in");
    page.fill("#username", user);
    page.fill("#password", DemoMonth.PASSWORD);
    page.click("button[type=submit]");
    page.waitForURL(url -> !url.contains("/sign-in"));
  }

  /// Errors of scripts and refused requests, as they come.
  protected List<String> problems(Page page) {
    var problems = new ArrayList<String>();
    page.onPageError(problems::add);
    page.onResponse(r -> {
      if (r.status() >= 400) problems.add(r.status() + " " + r.url());
    });
    return problems;
  }

  protected Response visit(Page page, String path, String name, int width) {
    var response = page.navigate(address + path);
    assertThat(response.status()).as(path).isEqualTo(200);
    shoot(page, name, width);
    return response;
  }

  /// A screenshot of a page that is no wider than the screen and whose fields have labels.
  protected void shoot(Page page, String name, int width) {
    page.waitForLoadState();
    var overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) overflow).intValue())
        .as(name + " is wider than the screen at " + width + ": " + page.evaluate(TOO_WIDE))
        .isZero();
    assertThat(page.evaluate(UNNAMED)).as("fields without a label of " + name).isEqualTo("");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SCREENSHOTS.resolve(name + "-" + width + ".png"))
            .setFullPage(true));
  }

  /// The page as it stands, narrow and wide.
  protected void shootBoth(Page page, String name) {
    for (int width : new int[] {390, 1440}) {
      page.setViewportSize(width, 900);
      shoot(page, name, width);
    }
  }
}
