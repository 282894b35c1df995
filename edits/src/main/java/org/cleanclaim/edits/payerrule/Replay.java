package org.cleanclaim.edits.payerrule;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cleanclaim.edits.payerrule.PastClaim.Decision;
import org.cleanclaim.edits.payerrule.PastClaim.LineOutcome;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.code.Carc;

/// Runs a draft over past claims whose outcomes are known, before it goes into force. What is
/// played may be rules that somebody wrote, or built-in checks with another version of their
/// tables. Each claim is judged on the day on which it was submitted; its days of service decide
/// which versions of the rules are in force.
///
/// A denied line counts as prevented when a finding points to that line or to the whole claim and
/// its expected reason code is among those of the denial; as mended when the same holds of a
/// change. A false hold is a claim that a finding of severity ERROR would have stopped and that was
/// paid in full.
public final class Replay {
  /// A change that a draft makes, and the reasons of the denials that its rule is made against.
  public record Change(RuleId rule, Place place, Set<Carc> expectedDenials) {
    public Change {
      expectedDenials = Set.copyOf(expectedDenials);
    }
  }

  /// What a draft does with one claim.
  ///
  /// @param fired the rules whose conditions held, also those that only tag
  public record Played(List<Finding> findings, List<Change> changes, Set<RuleId> fired) {
    /// Of a claim that cannot be judged.
    public static final Played NOTHING = new Played(List.of(), List.of(), Set.of());

    public Played {
      findings = List.copyOf(findings);
      changes = List.copyOf(changes);
      fired = Set.copyOf(fired);
    }
  }

  private final Function<PastClaim, Played> draft;
  private final Predicate<Claim> scope;
  private final TreeMap<String, ReplayCount> byRule = new TreeMap<>();
  private final ReplayCount all = new ReplayCount();
  private int claims;
  private int inScope;
  private int undated;
  private int denials;

  private Replay(Function<PastClaim, Played> draft, Predicate<Claim> scope) {
    this.draft = draft;
    this.scope = scope;
  }

  /// A replay of rules.
  public static Replay of(PayerRules rules) {
    var expected = new TreeMap<String, Set<Carc>>();
    for (PayerRule rule : rules.rules()) {
      expected
          .computeIfAbsent(rule.id().value(), id -> new HashSet<>())
          .addAll(
              rule.actions().stream()
                  .flatMap(action -> Optional.ofNullable(action.expectedDenial()).stream())
                  .collect(Collectors.toSet()));
    }
    return new Replay(
        past ->
            past.judgedOn()
                .map(day -> rules.apply(past.claim(), day))
                .map(outcome -> played(outcome, expected))
                .orElse(Played.NOTHING),
        claim -> rules.rules().stream().anyMatch(rule -> isAbout(rule, claim)));
  }

  /// A replay of any checks; they are about every claim.
  public static Replay of(Function<PastClaim, Played> draft) {
    return new Replay(draft, claim -> true);
  }

  /// Whether a rule is made for a claim and in force on its first day of service.
  private static boolean isAbout(PayerRule rule, Claim claim) {
    return rule.scope().covers(claim)
        && claim.servedFrom().filter(rule.period()::contains).isPresent();
  }

  private static Played played(RuleOutcome outcome, Map<String, Set<Carc>> expected) {
    return new Played(
        outcome.findings(),
        outcome.changes().stream()
            .map(c ->
                new Change(
                    c.ruleId(), c.place(), expected.getOrDefault(c.ruleId().value(), Set.of())))
            .toList(),
        Set.copyOf(outcome.fired()));
  }

  /// Replays one claim.
  public void add(PastClaim past) {
    claims++;
    if (scope.test(past.claim())) inScope++;
    if (past.submittedOn() == null) undated++;
    Played played = draft.apply(past);
    var touching = new HashSet<>(played.fired());
    played.findings().forEach(finding -> touching.add(finding.rule()));
    Set<RuleId> changing = played.changes().stream().map(Change::rule).collect(Collectors.toSet());
    touching.addAll(changing);
    count(touching, count -> count.touched++);
    count(changing, count -> count.changed++);
    for (LineOutcome outcome : past.outcomes()) {
      if (outcome.decision() == Decision.DENIED) denied(outcome, played);
    }
    if (past.wasPaidInFull()) {
      Money paid = past.paid();
      count(holding(played.findings()), count -> count.heldThoughPaid(paid));
      count(changing, count -> count.changedThoughPaid(paid));
    }
  }

  private void denied(LineOutcome outcome, Played played) {
    denials++;
    var preventing = new HashSet<RuleId>();
    for (Finding finding : played.findings()) {
      if (pointsTo(finding.place(), outcome.line())
          && finding.expectedDenial() != null
          && outcome.reasons().contains(finding.expectedDenial())) preventing.add(finding.rule());
    }
    count(preventing, count -> count.prevented(outcome.amount()));
    var mending = new HashSet<RuleId>();
    for (Change change : played.changes()) {
      if (pointsTo(change.place(), outcome.line())
          && outcome.reasons().stream().anyMatch(change.expectedDenials()::contains)) {
        mending.add(change.rule());
      }
    }
    count(mending, count -> count.mended(outcome.amount()));
  }

  private static boolean pointsTo(Place place, int line) {
    Integer at = place.serviceLine();
    return at == null || line == 0 || at == line;
  }

  private static Set<RuleId> holding(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::rule)
        .collect(Collectors.toSet());
  }

  /// Counts for each of the rules, and once for all of them together.
  private void count(Set<RuleId> rules, Consumer<ReplayCount> how) {
    if (!rules.isEmpty()) how.accept(all);
    rules.forEach(
        rule -> how.accept(byRule.computeIfAbsent(rule.value(), id -> new ReplayCount())));
  }

  /// The figures so far.
  public ReplayReport report() {
    var rules =
        byRule.entrySet().stream()
            .map(e -> new ReplayReport.OfRule(new RuleId(e.getKey()), e.getValue().figures()))
            .toList();
    return new ReplayReport(claims, inScope, undated, denials, all.figures(), rules);
  }
}
