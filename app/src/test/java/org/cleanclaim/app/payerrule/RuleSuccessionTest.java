package org.cleanclaim.app.payerrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.edits.payerrule.PayerRule;
import org.junit.jupiter.api.Test;

class RuleSuccessionTest {
  private static PayerRule version(int number, String period) {
    return RuleText.of(
            WrittenRules.LONG_TALK
                .replace("version: 1", "version: " + number)
                .replace("from: 2026-01-01", period))
        .rule()
        .orElseThrow();
  }

  private static List<String> inForce(PayerRule... versions) {
    return RuleSuccession.inForce(List.of(versions)).stream()
        .map(r ->
            r.version()
                + " "
                + r.period().from()
                + " "
                + (r.period().until() == null ? "" : r.period().until()))
        .map(String::strip)
        .sorted()
        .toList();
  }

  @Test
  void aLaterVersionTakesOverFromItsFirstDay() {
    assertThat(inForce(version(1, "from: 2024-01-01"), version(2, "from: 2026-01-01")))
        .containsExactly("1 2024-01-01 2026-01-01", "2 2026-01-01");
  }

  @Test
  void aVersionThatBeginsBeforeAllOthersLeavesThemNothing() {
    assertThat(
            inForce(
                version(1, "from: 2025-01-01"),
                version(2, "from: 2026-01-01"),
                version(3, "from: 2024-01-01")))
        .containsExactly("3 2024-01-01");
  }

  @Test
  void daysBetweenTwoVersionsBelongToNone() {
    assertThat(
            inForce(
                version(1, "from: 2024-01-01\nuntil: 2025-01-01"),
                version(2, "from: 2026-01-01\nuntil: 2027-01-01")))
        .containsExactly("1 2024-01-01 2025-01-01", "2 2026-01-01 2027-01-01");
  }
}
