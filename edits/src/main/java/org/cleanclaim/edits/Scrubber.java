package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;

/// Runs all rules over a claim.
public final class Scrubber {
  private static final Comparator<Finding> BY_LAYER_AND_LINE =
      Comparator.comparing(Finding::layer).thenComparingInt(Scrubber::line);

  /// What another claim may answer: the primary of an add-on, the operation before a modifier.
  private static final Set<RuleId> ANSWERED_BY_OTHERS =
      Set.of(Rule.ADD_ON.id(), Rule.GLOBAL_EARLIER.id());

  private final List<EditRule> rules;

  private final List<AcrossClaims> acrossClaims;

  private Scrubber(List<EditRule> rules) {
    this.rules = List.copyOf(rules);
    this.acrossClaims =
        rules.stream()
            .filter(AcrossClaims.class::isInstance)
            .map(AcrossClaims.class::cast)
            .toList();
  }

  /// All families, with the tables they judge by.
  public static Scrubber of(CodeSets codeSets, NcciTables ncci) {
    return of(codeSets, ncci, MedicareEdits.USUAL);
  }

  /// All families, with the tables they judge by.
  ///
  /// @param weights how much Medicare's edits weigh on the claims of other payers
  public static Scrubber of(CodeSets codeSets, NcciTables ncci, MedicareEdits weights) {
    return new Scrubber(
        List.of(
            new StructureRules(),
            new DemographicRules(codeSets),
            new CodeRules(codeSets),
            new ChartRules(codeSets),
            new SequenceRules(codeSets),
            new NcciRules(ncci, weights),
            new ModifierRules(codeSets),
            new GlobalPeriodRules(codeSets, weights),
            new CoverageRules(),
            new DuplicateRules(),
            new FilingRules(),
            new AuthorizationRules(),
            new EligibilityRules(),
            new AccidentRules(),
            new MedicareSecondRules(),
            new InstitutionalRules(codeSets),
            new MceRules(codeSets, weights)));
  }

  /// These families alone.
  static Scrubber of(List<EditRule> rules) {
    return new Scrubber(rules);
  }

  /// What is wrong or doubtful about a claim, by layer and line. A family that fails becomes a
  /// finding that says so; the others go on.
  public List<Finding> scrub(Claim claim, ScrubContext context) {
    return List.copyOf(judge(rules, claim, context));
  }

  /// What is said of a claim before all others are known.
  ///
  /// @param isOpen whether something is left unsaid that another claim may answer
  public record FirstLook(List<Finding> findings, boolean isOpen) {
    public FirstLook {
      findings = List.copyOf(findings);
    }
  }

  /// The first of two looks at a claim of a stream: all that no claim after it can change.
  public FirstLook firstLook(Claim claim, ScrubContext context) {
    var findings = judge(rules, claim, context.withOtherServices(OtherServices.NONE));
    boolean isOpen = findings.removeIf(f -> ANSWERED_BY_OTHERS.contains(f.rule()));
    return new FirstLook(findings, isOpen);
  }

  /// Whether the services on other claims may change what the first look found.
  public boolean isConcerned(Claim claim, OtherServices others) {
    for (AcrossClaims rule : acrossClaims) {
      if (rule.isConcerned(claim, others)) return true;
    }
    return false;
  }

  /// The second look, when the services on all other claims are known: what the first did not say.
  public List<Finding> secondLook(Claim claim, ScrubContext context) {
    var said = new HashSet<Said>();
    for (Finding f : judge(acrossClaims, claim, context.withOtherServices(OtherServices.NONE))) {
      if (!ANSWERED_BY_OTHERS.contains(f.rule())) said.add(new Said(f.rule(), f.place()));
    }
    var findings = judge(acrossClaims, claim, context);
    findings.removeIf(f -> said.contains(new Said(f.rule(), f.place())));
    return List.copyOf(findings);
  }

  /// What a finding is about, whatever its words.
  private record Said(RuleId rule, Place place) {}

  private static List<Finding> judge(
      List<? extends EditRule> rules, Claim claim, ScrubContext context) {
    var findings = new ArrayList<Finding>();
    for (EditRule rule : rules) {
      try {
        findings.addAll(rule.check(claim, context));
      } catch (RuntimeException e) {
        findings.add(unchecked(rule, e));
      }
    }
    if (!findings.isEmpty()) findings.removeIf(finding -> isOfLaterRule(finding, claim, context));
    if (findings.size() > 1) tellOnce(findings);
    findings.sort(BY_LAYER_AND_LINE);
    return findings;
  }

  /// A visit beside a procedure of its day is a pair of the correct coding initiative as well as
  /// part of the global package: the pair alone is told, the modifier that answers it answers both.
  private static void tellOnce(List<Finding> findings) {
    var paired = new HashSet<Integer>();
    for (Finding finding : findings) {
      if (finding.rule().equals(Rule.PTP.id())) paired.add(line(finding));
    }
    findings.removeIf(
        finding -> finding.rule().equals(Rule.GLOBAL_VISIT.id()) && paired.contains(line(finding)));
  }

  /// A rule says nothing about services before the day since which it holds.
  private static boolean isOfLaterRule(Finding finding, Claim claim, ScrubContext context) {
    Rule rule = Rule.find(finding.rule().value()).orElse(null);
    return rule != null && !rule.holdsOn(day(finding, claim, context));
  }

  /// The day of service that a finding is about: of its line, else the claim's last.
  private static LocalDate day(Finding finding, Claim claim, ScrubContext context) {
    int number = line(finding);
    for (ServiceLine line : claim.lines()) {
      if (line.number() == number) return line.servedFrom();
    }
    return claim.servedThrough().orElse(context.asOf());
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
