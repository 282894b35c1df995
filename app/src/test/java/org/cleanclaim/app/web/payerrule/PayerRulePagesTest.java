package org.cleanclaim.app.web.payerrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.payerrule.RuleReplay;
import org.cleanclaim.edits.payerrule.ReplayFigures;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

class PayerRulePagesTest {
  private final DemoServer server = DemoServer.shared();

  @Test
  void managersAndAdministratorsWriteRulesAndOthersReadThem() {
    assertThat(server.get("mara", "/rules/payer").body()).contains("Write a rule", "State");
    assertThat(server.get("adam", "/rules/payer").body()).contains("Copy starter rules");
    assertThat(server.get("bill", "/rules/payer").body()).doesNotContain("Write a rule");
    assertThat(server.get("fran", "/rules/payer").statusCode()).isEqualTo(403);
    assertThat(server.get("bill", "/rules/payer/new").statusCode()).isEqualTo(403);
    assertThat(server.get("bill", "/rules/payer/starter").statusCode()).isEqualTo(403);
    assertThat(server.get("mara", "/rules/payer/NO-SUCH-RULE").statusCode()).isEqualTo(404);
    assertThat(server.get("mara", "/rules").body()).contains("href=\"/rules/payer\"");
  }

  @Test
  void theListIsExported() {
    assertThat(server.get("bill", "/rules/payer.csv?state=DRAFT&q=x").body())
        .startsWith("rule,version,state,title,owner,");
  }

  @Test
  void starterRulesStandThereWithTheirTexts() {
    assertThat(server.get("mara", "/rules/payer/starter").body())
        .contains("value=\"VISIT-G2211-25\"", "rule: VISIT-G2211-25", "88 FR 78818");
  }

  @Test
  void theBlankRuleIsOneThatCanBeRead() {
    var page = server.get("mara", "/rules/payer/new").body();

    assertThat(page).contains("<textarea", "rule: MY-RULE");
    var text = org.cleanclaim.app.payerrule.RuleText.of(RuleTemplate.BLANK);
    assertThat(text.remarks()).isEmpty();
    assertThat(text.failures()).isEmpty();
  }

  @Test
  void barsShowEachPartOfItsWhole() {
    var holding = figures(30, 4, 1, 0);

    var bars = ReplayBar.of(replay(300, 150, 8, holding));

    assertThat(bars).extracting(ReplayBar::width).containsExactly(300, 60, 300, 2);
    assertThat(ReplayBar.of(replay(0, 0, 0, figures(0, 0, 0, 0))))
        .extracting(ReplayBar::width)
        .containsOnly(0);
    assertThat(ReplayBar.of(replay(300, 150, 8, figures(30, 0, 0, 15))))
        .as("what it changes")
        .extracting(ReplayBar::width)
        .containsExactly(300, 60, 0, 0, 30, 150, 4);
  }

  private static RuleReplay replay(int claims, int inScope, int denials, ReplayFigures figures) {
    return new RuleReplay("d", false, claims, inScope, denials, figures, "m", Instant.EPOCH);
  }

  private static ReplayFigures figures(int touched, int prevented, int holds, int changed) {
    int mended = changed == 0 ? 0 : 2;
    return new ReplayFigures(
        touched,
        prevented,
        Money.of("10.00"),
        holds,
        Money.of("5.00"),
        changed,
        mended,
        Money.of("10.00"),
        mended,
        Money.of("5.00"));
  }
}
