package org.cleanclaim.edits.payerrule;

import java.util.List;
import org.cleanclaim.kernel.RuleId;

/// What rules would have done on past claims.
///
/// @param claims how many were replayed
/// @param inScope those that at least one rule is about: its payers, kinds of claim and providers,
///   and its days of service
/// @param undated claims of which nobody knows when they were submitted; they were judged on their
///   last day of service
/// @param denials denied lines in all
/// @param all what the rules come to together; a denial that two rules point out counts once
/// @param rules the same by rule, in the order of their ids; there it counts for both
public record ReplayReport(
    int claims, int inScope, int undated, int denials, ReplayFigures all, List<OfRule> rules) {
  public ReplayReport {
    rules = List.copyOf(rules);
  }

  /// The figures of one rule.
  public record OfRule(RuleId rule, ReplayFigures figures) {}
}
