package org.cleanclaim.edits.payerrule;

import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.RuleId;

/// What rules would have done on past claims.
///
/// @param claims how many were replayed
/// @param touched claims on which at least one rule had something to say or to change
/// @param denials denied lines in all
/// @param prevented denied lines that a finding with the payer's reason pointed out beforehand
/// @param preventedCharge what was charged for them
/// @param falseHolds claims that a rule would have held and the payer paid in full
/// @param falselyHeld what was paid for them
/// @param rules the same by rule, in the order of their ids
public record ReplayReport(
    int claims,
    int touched,
    int denials,
    int prevented,
    Money preventedCharge,
    int falseHolds,
    Money falselyHeld,
    List<OfRule> rules) {
  public ReplayReport {
    rules = List.copyOf(rules);
  }

  /// The figures of one rule. A denial that two rules point out counts for both.
  public record OfRule(
      RuleId rule,
      int touched,
      int prevented,
      Money preventedCharge,
      int falseHolds,
      Money falselyHeld) {}
}
