package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.access.UserAccounts;
import org.cleanclaim.app.demo.DemoMonth;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/// What others make of coded charts, in real browsers: second reviews, audits, the report on
/// suggestions, and claims whose charts changed.
@NullUnmarked
class CodedChartBrowserTest extends ChartsInBrowser {
  private void register(String user, Role role) {
    inPractice(() ->
        application
            .getBean(UserAccounts.class)
            .register(user, user, DemoMonth.PASSWORD, Set.of(role)));
  }

  @Test
  void aDearChartGoesToItsSecondReviewIsReturnedAndApproved() {
    var visit = freshChart("E10");
    try (var coders = context(1440);
        var leads = context(1440)) {
      var lead = leads.newPage();
      signIn(lead, "mara");
      lead.navigate(address + "/coding/reviews");
      var rule = lead.locator("form:has(input[value=HIGH_CHARGE])").first();
      rule.locator("input[name=threshold]").fill("1");
      rule.locator("button").click();
      assertThat(lead.textContent("main")).contains("1 dollars");
      var page = coders.newPage();
      signIn(page, "casey");
      open(page, visit);
      press(page, "j");
      press(page, "y");
      page.waitForCondition(() -> codes(page).size() == 1);
      page.click("text=Make the codes final");
      assertThat(page.textContent("main")).contains("Waits for");
      shootBoth(page, "chart-in-review");

      lead.navigate(address + "/coding/reviews");
      shootBoth(lead, "reviews");
      lead.fill("input[name=note]", "Look at the second condition");
      lead.click("tbody button:has-text('Return')");
      open(page, visit);
      assertThat(page.textContent("main")).contains("gave it back: Look at the second condition");
      shootBoth(page, "chart-returned");
      page.click("text=Make the codes final");
      lead.navigate(address + "/coding/reviews");
      lead.locator("tbody button:has-text('Approve')").first().click();
      lead.navigate(address + "/coding/reviews");
      lead.locator("form[action$='HIGH_CHARGE/remove'] button").click();
      open(page, visit);
      assertThat(page.textContent("#work")).contains("Final coded");
    }
  }

  @Test
  void anAuditGoesFromItsDrawToTheReport() {
    register("audit.two", Role.AUDITOR);
    try (var managers = context(1440);
        var auditors = context(1440);
        var coders = context(1440)) {
      var page = managers.newPage();
      var problems = problems(page);
      signIn(page, "mara");
      page.navigate(address + "/audits/new");
      shootBoth(page, "audit-plan");
      page.fill("input[name=name]", "Diabetes");
      page.fill("input[name=from]", "2026-01-01");
      page.fill("input[name=to]", "2027-12-31");
      page.fill("input[name=size]", "1");
      page.fill("input[name=seed]", "7");
      page.check("input[name=coder][value=casey]");
      page.click("text=Draw the sample");
      page.waitForURL("**/audits/*-*");
      assertThat(page.textContent("main")).contains("the same");
      shootBoth(page, "audit-drawn");
      String audit = page.url();

      var auditor = auditors.newPage();
      signIn(auditor, "audit.two");
      auditor.navigate(audit);
      auditor.locator("tbody tr[data-href] a").first().click();
      auditor.waitForSelector("textarea[name=diagnoses]");
      String charted = auditor.url();
      shootBoth(auditor, "audit-blind");
      auditor.fill("textarea[name=diagnoses]", "Z00.00");
      auditor.fill("textarea[name=procedures]", "99215 25");
      auditor.click("text=Compare");
      auditor.waitForSelector("#differences");
      shootBoth(auditor, "audit-compared");
      for (var reason : auditor.locator("input[name^=reason-]").all()) {
        reason.fill("The note says otherwise");
      }
      auditor.click("text=Save and give to the coder");
      assertThat(auditor.textContent("main")).contains("With coder");

      var coder = coders.newPage();
      signIn(coder, "casey");
      coder.navigate(address + "/audits/findings");
      coder.navigate(charted);
      shootBoth(coder, "audit-findings");
      coder.fill("input[name=text]", "It is in the plan");
      coder.fill("input[name=reference]", "Note, line 3");
      coder.click("button:has-text('Rebut')");
      assertThat(coder.textContent("main")).contains("Rebuttal:");
      // Whoever captured the charges answers for them.
      coder.click("text=Sign out");
      signIn(coder, "bill");
      coder.navigate(charted);
      while (coder.locator("button:has-text('Accept')").count() > 0) {
        coder.locator("button:has-text('Accept')").first().click();
        coder.waitForLoadState();
      }

      auditor.navigate(charted);
      auditor.fill("input[name=text]", "The plan says so");
      auditor.click("text=Overturn it");
      assertThat(auditor.textContent("main")).contains("Closed", "Overturned by audit.two");
      shootBoth(auditor, "audit-closed");
      page.navigate(address + "/audits/report?person=casey");
      assertThat(page.textContent("main")).contains("Training topics", "agreed ÷");
      shootBoth(page, "audit-report");
      var csv = page.waitForDownload(() -> page.click("main >> text=CSV"));
      assertThat(csv.suggestedFilename()).endsWith(".csv");
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void theReportOnSuggestionsIsSortedDrawnAndExported() {
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "mara");
      page.navigate(address + "/audits/noise");
      assertThat(page.locator("svg[role=img] rect").count()).isPositive();
      shootBoth(page, "noise");
      page.click("th:has-text('Offered')");
      var offered =
          page.locator("tbody tr td:nth-child(3)").allTextContents().stream()
              .map(Integer::valueOf)
              .toList();
      assertThat(offered).isSorted().hasSizeGreaterThan(2);
      page.click("th:has-text('Offered')");
      assertThat(page.locator("tbody tr td:nth-child(3)").first().textContent())
          .isEqualTo(offered.getLast().toString());
      var csv = page.waitForDownload(() -> page.click("main >> text=CSV"));
      assertThat(csv.suggestedFilename()).isEqualTo("suggestion-noise.csv");
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void aLateDocumentAfterTheClaimWasSentEndsInItsCorrectedClaim() {
    var visit = freshChart("E01");
    try (var coders = context(1440);
        var billers = context(1440)) {
      var page = coders.newPage();
      signIn(page, "casey");
      open(page, visit);
      assertThat(page.textContent("main")).contains("Opened again: To code it again", "Claim ");
      shootBoth(page, "chart-reopened");
      while (page.locator("[data-item=suggestion]").count() > 0) {
        int left = page.locator("[data-item=suggestion]").count();
        while (page.locator("[data-item=suggestion].cc-current").count() == 0) press(page, "j");
        press(page, "y");
        page.waitForCondition(() -> page.locator("[data-item=suggestion]").count() < left);
      }
      page.fill("input[name=code]", "R53.83");
      page.fill("input[name=reason] >> visible=true", "Told by telephone");
      page.click("#add button:text-is('Add')");
      page.waitForSelector("[data-item=code][data-code=R5383]");
      page.click("text=Make the codes final");
      assertThat(page.textContent("#work")).contains("Final coded");
      String packet = downloaded(page);
      assertThat(downloaded(page)).as("made anew").isEqualTo(packet);
      assertThat(page.textContent("#work")).contains("SHA-256 " + packet);

      var biller = billers.newPage();
      signIn(biller, "bill");
      biller.navigate(address + "/reconciliation");
      assertThat(biller.textContent("main")).contains("Codes changed");
      shootBoth(biller, "reconciliation");
      String row = "tr:has-text('" + visit.visitNumber() + "')";
      biller.click(row + " a[href^='/claims/']");
      assertThat(biller.textContent("main"))
          .contains("R53.83 added", "Bring it up to the final codes of its chart");
      shootBoth(biller, "claim-behind");
      biller.navigate(address + "/reconciliation");
      biller.click(row + " button:has-text('Bring the claim')");
      biller.waitForURL("**/claims/*");
      assertThat(biller.textContent("main")).contains("Replacement (7)", "made final anew");
      shootBoth(biller, "claim-corrected");
    }
  }

  /// The digest of the chart's latest audit packet, downloaded.
  private static String downloaded(Page page) {
    var download = page.waitForDownload(() -> page.click("a[href$='/packets/2.zip']"));
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(download.path())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
