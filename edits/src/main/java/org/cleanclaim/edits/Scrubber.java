package org.cleanclaim.edits;

import java.util.Comparator;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;

/// Runs all rules over a claim.
public final class Scrubber {
  private final List<EditRule> rules;

  private Scrubber(List<EditRule> rules) {
    this.rules = rules;
  }

  public static Scrubber of(CodeSets codeSets, NcciTables ncci) {
    return new Scrubber(
        List.of(
            new StructureRules(),
            new DemographicRules(),
            new CodeRules(codeSets),
            new ChartRules(codeSets),
            new NcciRules(ncci),
            new ModifierRules(codeSets),
            new AdministrativeRules(),
            new AccidentRules(),
            new InstitutionalRules(codeSets),
            new MceRules(codeSets)));
  }

  /// What is wrong or doubtful about a claim, by layer and line.
  public List<Finding> scrub(Claim claim, ScrubContext context) {
    return rules.stream()
        .flatMap(rule -> rule.check(claim, context).stream())
        .sorted(Comparator.comparing(Finding::layer).thenComparingInt(Scrubber::line))
        .toList();
  }

  private static int line(Finding finding) {
    Integer line = finding.place().serviceLine();
    return line == null ? 0 : line;
  }
}
