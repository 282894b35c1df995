package org.cleanclaim.edits.payerrule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.cleanclaim.edits.payerrule.PastClaim.Decision;
import org.cleanclaim.edits.payerrule.PastClaim.LineOutcome;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.claim.Claim;

/// Runs a draft over past claims whose outcomes are known, before it goes into force. What is
/// played may be rules that somebody wrote, or built-in checks with another version of their
/// tables.
///
/// A denied line counts as prevented when a finding points to that line or to the whole claim and
/// its expected reason code is among those of the denial. A false hold is a claim that a finding of
/// severity ERROR would have stopped and that was paid in full.
public final class Replay {
  /// What a draft says of one claim.
  public record Played(List<Finding> findings, Set<RuleId> changing) {
    public Played {
      findings = List.copyOf(findings);
      changing = Set.copyOf(changing);
    }
  }

  private final Function<Claim, Played> draft;
  private final TreeMap<String, Count> byRule = new TreeMap<>();
  private int claims;
  private int touched;
  private int denials;
  private final Count all = new Count();

  private Replay(Function<Claim, Played> draft) {
    this.draft = draft;
  }

  /// A replay of rules on the last day of service of each claim.
  public static Replay of(PayerRules rules) {
    return of(claim -> {
      var day = claim.servedThrough();
      if (day.isEmpty()) return new Played(List.of(), Set.of());
      RuleOutcome outcome = rules.apply(claim, day.get());
      var changing = new HashSet<RuleId>();
      outcome.changes().forEach(change -> changing.add(change.ruleId()));
      return new Played(outcome.findings(), changing);
    });
  }

  /// A replay of any checks.
  public static Replay of(Function<Claim, Played> draft) {
    return new Replay(draft);
  }

  /// Replays one claim.
  public void add(PastClaim past) {
    claims++;
    Played played = draft.apply(past.claim());
    var rules = new HashSet<>(played.changing());
    played.findings().forEach(finding -> rules.add(finding.rule()));
    if (!rules.isEmpty()) touched++;
    rules.forEach(rule -> count(rule).touched++);
    for (LineOutcome outcome : past.outcomes()) {
      if (outcome.decision() == Decision.DENIED) denied(outcome, played.findings());
    }
    if (past.wasPaidInFull()) paid(past.paid(), played.findings());
  }

  private void denied(LineOutcome outcome, List<Finding> findings) {
    denials++;
    var preventing = new HashSet<RuleId>();
    for (Finding finding : findings) {
      if (points(finding, outcome.line())
          && finding.expectedDenial() != null
          && outcome.reasons().contains(finding.expectedDenial())) preventing.add(finding.rule());
    }
    if (!preventing.isEmpty()) all.prevented(outcome.amount());
    preventing.forEach(rule -> count(rule).prevented(outcome.amount()));
  }

  private static boolean points(Finding finding, int line) {
    Integer at = finding.place().serviceLine();
    return at == null || line == 0 || at == line;
  }

  private void paid(Money amount, List<Finding> findings) {
    var holding = new HashSet<RuleId>();
    for (Finding finding : findings) {
      if (finding.severity() == Severity.ERROR) holding.add(finding.rule());
    }
    if (!holding.isEmpty()) all.held(amount);
    holding.forEach(rule -> count(rule).held(amount));
  }

  private Count count(RuleId rule) {
    return byRule.computeIfAbsent(rule.value(), id -> new Count());
  }

  /// The figures so far.
  public ReplayReport report() {
    var rules =
        byRule.entrySet().stream()
            .map(entry -> {
              Count c = entry.getValue();
              return new ReplayReport.OfRule(
                  new RuleId(entry.getKey()),
                  c.touched,
                  c.prevented,
                  c.charge,
                  c.holds,
                  c.heldAmount);
            })
            .toList();
    return new ReplayReport(
        claims, touched, denials, all.prevented, all.charge, all.holds, all.heldAmount, rules);
  }

  private static final class Count {
    private int touched;
    private int prevented;
    private Money charge = Money.ZERO;
    private int holds;
    private Money heldAmount = Money.ZERO;

    void prevented(Money amount) {
      prevented++;
      charge = charge.plus(amount);
    }

    void held(Money amount) {
      holds++;
      heldAmount = heldAmount.plus(amount);
    }
  }
}
