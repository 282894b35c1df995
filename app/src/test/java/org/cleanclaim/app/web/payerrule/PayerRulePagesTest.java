package org.cleanclaim.app.web.payerrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.payerrule.RuleReplay;
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
    var replay =
        new RuleReplay(
            "d", false, 300, 30, 8, 4, Money.of("10.00"), 1, Money.of("5.00"), "m", Instant.EPOCH);

    var bars = ReplayBar.of(replay);

    assertThat(bars).extracting(ReplayBar::width).containsExactly(60, 300, 2);
    var nothing =
        new RuleReplay("d", false, 0, 0, 0, 0, Money.ZERO, 0, Money.ZERO, "m", Instant.EPOCH);
    assertThat(ReplayBar.of(nothing)).extracting(ReplayBar::width).containsOnly(0);
  }
}
