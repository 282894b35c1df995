package org.cleanclaim.edits.payerrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The rules that come with the product prove themselves.
class StarterRulesTest {
  private final ReadRules read = PayerRuleFiles.starter();

  @Test
  void allAreReadAndNoneUndoesAnother() {
    assertThat(read.refusals()).isEmpty();
    assertThat(read.conflicts()).isEmpty();
    assertThat(read.rules()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(read.rules()).allSatisfy(rule -> assertThat(rule.source()).hasSizeGreaterThan(10));
  }

  @Test
  void allExamplesGoAsTheySay() {
    List<String> failures =
        RuleTester.test(read.rules()).stream().flatMap(r -> r.failures().stream()).toList();

    assertThat(failures).isEmpty();
  }

  @Test
  void aPlainVisitIsLeftAlone() {
    var outcome = PayerRules.of(read.rules()).apply(ExampleClaim.plainVisit(), ExampleClaim.JUDGED);

    assertThat(outcome.findings()).isEmpty();
  }
}
