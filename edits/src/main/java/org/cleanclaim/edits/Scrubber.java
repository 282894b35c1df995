package org.cleanclaim.edits;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.claim.Claim;

/// Runs all rules over a claim.
public final class Scrubber {
  private static final Comparator<Finding> BY_LAYER_AND_LINE =
      Comparator.comparing(Finding::layer).thenComparingInt(Scrubber::line);

  private final List<EditRule> rules;

  private Scrubber(List<EditRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /// All families, with the tables they judge by.
  public static Scrubber of(CodeSets codeSets, NcciTables ncci) {
    return new Scrubber(
        List.of(
            new StructureRules(),
            new DemographicRules(codeSets),
            new CodeRules(codeSets),
            new ChartRules(codeSets),
            new SequenceRules(codeSets),
            new NcciRules(ncci),
            new ModifierRules(codeSets),
            new GlobalPeriodRules(),
            new CoverageRules(),
            new DuplicateRules(),
            new FilingRules(),
            new AuthorizationRules(),
            new EligibilityRules(),
            new AccidentRules(),
            new InstitutionalRules(codeSets),
            new MceRules(codeSets)));
  }

  /// These families alone.
  static Scrubber of(List<EditRule> rules) {
    return new Scrubber(rules);
  }

  /// What is wrong or doubtful about a claim, by layer and line. A family that fails becomes a
  /// finding that says so; the others go on.
  public List<Finding> scrub(Claim claim, ScrubContext context) {
    var findings = new ArrayList<Finding>();
    for (EditRule rule : rules) {
      try {
        findings.addAll(rule.check(claim, context));
      } catch (RuntimeException e) {
        findings.add(unchecked(rule, e));
      }
    }
    findings.sort(BY_LAYER_AND_LINE);
    return List.copyOf(findings);
  }

  // Names the kind of failure only: its message may hold what is in the claim.
  private static Finding unchecked(EditRule rule, RuntimeException e) {
    return Rule.FAMILY_FAILED.at(
        Place.WHOLE,
        "The claim could not be checked by %s (%s)."
            .formatted(rule.getClass().getSimpleName(), e.getClass().getSimpleName()),
        "Check it by hand for this family and report the failure.");
  }

  private static int line(Finding finding) {
    Integer line = finding.place().serviceLine();
    return line == null ? 0 : line;
  }
}
