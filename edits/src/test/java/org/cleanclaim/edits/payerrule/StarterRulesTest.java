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
    var outcome =
        PayerRules.of(read.rules()).apply(ExampleClaim.plainVisit(), PayerRulesTest.JUDGED);

    assertThat(outcome.findings()).isEmpty();
  }

  @Test
  void aRuleOfLaterYearsIsTestedOnItsFirstDay() {
    String later =
        PayerRulesTest.rule("R-LATER", "line.procedure is 99213", "tag: t")
            .replace("from: 2020-01-01", "from: 2031-01-01")
            .replace("---\n", "");
    String examples =
        """
        examples:
          passes: [{line.procedure: 99214}]
          fails: [{line.procedure: 99213}]
        """;

    var read = PayerRuleFiles.read("a.yaml", later + examples);

    assertThat(RuleTester.test(read.rules()))
        .singleElement()
        .satisfies(result -> assertThat(result.failures()).isEmpty());
  }
}
