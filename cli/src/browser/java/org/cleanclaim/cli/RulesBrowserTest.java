package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.Claims;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A manager's way from a denial to a rule in force, and the pages of findings, in a real browser,
/// wide and narrow. Screenshots land in `target/screenshots`.
@NullUnmarked
class RulesBrowserTest extends DemoInBrowser {
  private static final String RULE =
      """
      rule: LAKE-90837
      version: 1
      title: Lakeland looks at long psychotherapy
      intent: An hour of psychotherapy is billed after a look at the note
      owner: Mara Manager
      reason: Denied with CO-50 in April
      source: Provider manual, behavioral health
      from: 2026-01-01
      when:
        - line.procedure is 90837
      do:
        - hold: An hour of psychotherapy is often refused.
          fix: Make sure that the note supports it.
          at: line.procedure
          denial: 50
      examples:
        passes:
          - {lines: [{procedure: 90834}]}
        fails:
          - {lines: [{procedure: 90837}]}
      """;

  @Test
  void everyPageOfRulesAndFindingsOpensWideAndNarrowWithoutErrors() {
    for (int width : new int[] {1440, 390}) {
      try (var context = context(width)) {
        var page = context.newPage();
        var problems = problems(page);
        signIn(page, "mara");
        visit(page, "/rules", "rules", width);
        visit(page, "/rules/AUTH-MISSING", "rule", width);
        visit(page, "/rules/payer", "payer-rules", width);
        visit(page, "/rules/payer/starter", "starter-rules", width);
        visit(page, "/rules/payer/new", "payer-rule-new", width);
        visit(page, "/claims/findings", "findings", width);
        visit(page, "/claims/findings?state=ALL", "findings-all", width);
        visit(page, "/claims/findings/reasons", "finding-reasons", width);
        assertThat(problems).isEmpty();
      }
    }
  }

  @Test
  void aManagerBringsARuleIntoForceAndWritesItsNextVersion() {
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "mara");
      press(page, "g");
      press(page, "l");
      page.waitForURL("**/rules/payer");
      page.click("text=Write a rule");
      page.fill("#rule-text", RULE.replace("owner: Mara Manager\n", ""));
      page.click("text=Save draft");
      assertThat(page.textContent("[role=alert]")).contains("Line 1").contains("owner");
      assertThat(page.inputValue("#rule-text")).contains("LAKE-90837");
      page.fill("#rule-text", RULE);
      page.click("text=Check without saving");
      assertThat(page.textContent("[role=status]")).contains("2 examples go as they say");
      page.click("text=Save draft");
      page.waitForURL("**/rules/payer/LAKE-90837?version=1");
      assertThat(page.textContent("main")).contains("It has not been replayed over past claims.");
      page.click("button:has-text('Replay')");
      assertThat(page.textContent("[aria-label=Replay]"))
          .contains("1 of 4")
          .contains("$260.00 charged");
      shoot(page, "payer-rule-draft", 1440);
      page.locator("form[action$=publish] input[name=reason]").fill("Two denials since April");
      page.click("button:has-text('Publish')");
      assertThat(page.textContent("main")).contains("Published version 1: Two denials since April");

      page.click("text=write the next version");
      assertThat(page.inputValue("#rule-text")).contains("version: 2");
      page.fill(
          "#rule-text", RULE.replace("version: 1", "version: 2").replace("is often", "is mostly"));
      page.click("text=Save draft");
      page.click("text=Differences to the version before");
      assertThat(page.textContent(".cc-line-after >> nth=1")).contains("is mostly");
      shoot(page, "payer-rule-next", 1440);
      page.setViewportSize(390, 900);
      shoot(page, "payer-rule-next", 390);
      page.navigate(address + "/rules/payer?state=PUBLISHED");
      assertThat(page.textContent("#rows")).contains("LAKE-90837").contains("1 version");
      page.selectOption("select[name=state]", "DRAFT");
      page.waitForURL("**/rules/payer?*state=DRAFT*");
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void findingsOfAHeldClaimAreListedAndLeadToTheirRules() {
    holdAClaim();
    for (int width : new int[] {1440, 390}) {
      try (var context = context(width)) {
        var page = context.newPage();
        var problems = problems(page);
        signIn(page, "mara");
        visit(page, "/claims/findings", "findings-held", width);
        assertThat(page.textContent("table")).contains("TF-LATE");
        page.locator("tbody a[href='/rules/TF-LATE']").first().click();
        assertThat(page.textContent("main")).contains("Open now");
        page.locator("tbody a[href^='/claims/']").first().click();
        assertThat(page.textContent("main")).contains("TF-LATE");
        shoot(page, "claim-held", width);
        assertThat(problems).isEmpty();
      }
    }
  }

  /// A claim of the demo month as if it had never been sent, scrubbed long after its day.
  private void holdAClaim() {
    long organization = application.getBean(Organizations.class).all().getFirst().id();
    Acting.as(
        Actor.system(organization, "test"),
        Clock.fixed(Instant.parse("2026-12-31T12:00:00Z"), ZoneOffset.UTC),
        () ->
            application
                .getBean(TransactionTemplate.class)
                .execute(status -> {
                  long id =
                      application
                          .getBean(JdbcClient.class)
                          .sql(
                              """
                              update claim set status = 'HELD'
                              where claim_id = (
                                select min(claim_id) from claim join payer using (payer_id) where slug = 'lakeland')
                              returning claim_id
                              """)
                          .query(Long.class)
                          .single();
                  return application.getBean(Claims.class).scrub(new ClaimId(id));
                }));
  }

  @Test
  void aBillerReadsRulesAndWritesNone() {
    try (var context = context(390)) {
      var page = context.newPage();
      signIn(page, "bill");
      page.navigate(address + "/rules/payer");
      assertThat(page.textContent("main")).doesNotContain("Write a rule");
      assertThat(page.textContent("nav")).doesNotContain("Rules");
      assertThat(page.navigate(address + "/rules/payer/new").status()).isEqualTo(403);
    }
  }
}
