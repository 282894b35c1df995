package org.cleanclaim.edits.payerrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.edits.ScrubContext;
import org.cleanclaim.edits.Scrubber;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.edits.payerrule.RuleExample.Expected;
import org.junit.jupiter.api.Test;

/// The rules that come with the product prove themselves.
class StarterRulesTest {
  private static final Scrubber SCRUBBER = Scrubber.of(CodeSets.starter(), NcciTables.starter());

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

  /// What a built-in rule finds on a claim that breaks a starter rule, and on none that keeps it,
  /// is the same error told twice.
  @Test
  void noneRepeatsABuiltInRule() throws Exception {
    var repeated = new ArrayList<String>();
    for (PayerRule rule : read.rules()) {
      var kept = builtIn(rule, Expected.PASSES);
      var broken = builtIn(rule, Expected.FAILS);
      broken.removeAll(kept);
      if (!broken.isEmpty()) repeated.add(rule.id() + " " + broken);
    }

    assertThat(repeated).isEmpty();
  }

  private static Set<String> builtIn(PayerRule rule, Expected expected) throws Exception {
    var found = new TreeSet<String>();
    for (RuleExample example : rule.examples()) {
      if (example.expected() != expected) continue;
      var claim = ExampleClaim.of(example, rule.period());
      var day = ExampleClaim.judged(rule.period());
      SCRUBBER.scrub(claim, ScrubContext.asOf(day)).forEach(f -> found.add(f.rule().value()));
    }
    return found;
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
