package org.cleanclaim.edits;

import static org.cleanclaim.edits.ClaimBuilder.aClaim;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.edits.RuleExample.Case;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.kernel.claim.Claim;

/// Examples of the rules of all layers; tests and the reference page are made from them.
final class RuleExamples {
  static final Scrubber SCRUBBER = Scrubber.of(CodeSets.starter(), NcciTables.starter());
  static final ScrubContext CONTEXT = ScrubContext.asOf(LocalDate.of(2026, 3, 10));

  private static final Scrubber BROKEN =
      Scrubber.of(
          List.of((claim, context) -> {
            throw new IllegalStateException("broken on purpose");
          }));

  private RuleExamples() {}

  /// Those of all rules.
  static List<RuleExample> all() {
    return Stream.of(
            FormExamples.ALL,
            CodeExamples.ALL,
            PayerExamples.ALL,
            HospitalExamples.ALL,
            List.of(brokenFamily()))
        .flatMap(List::stream)
        .toList();
  }

  private static RuleExample brokenFamily() {
    var claim = aClaim().line("99213", "165.00").build();
    return new RuleExample(
        Rule.FAMILY_FAILED,
        "A family of rules that breaks off",
        new Case(claim, CONTEXT, BROKEN),
        "All families run to their end",
        new Case(claim, CONTEXT, SCRUBBER));
  }

  /// Of claims about which nothing is known but the day.
  static RuleExample example(Rule rule, String fails, Claim failing, String passes, Claim passing) {
    return example(
        rule,
        fails,
        new Case(failing, CONTEXT, SCRUBBER),
        passes,
        new Case(passing, CONTEXT, SCRUBBER));
  }

  static RuleExample example(Rule rule, String fails, Case failing, String passes, Case passing) {
    return new RuleExample(rule, fails, failing, passes, passing);
  }
}
