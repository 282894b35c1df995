package org.cleanclaim.app.payerrule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cleanclaim.edits.payerrule.PayerRule;
import org.cleanclaim.kernel.EffectivePeriod;

/// Which version of a rule holds on which days of service: a later version takes over from its
/// first day on.
final class RuleSuccession {
  private RuleSuccession() {}

  /// The versions of one rule with the days that are left to each; those without any are out.
  static List<PayerRule> inForce(List<PayerRule> versions) {
    var latestFirst =
        versions.stream().sorted(Comparator.comparingInt(PayerRule::version).reversed()).toList();
    var held = new ArrayList<PayerRule>();
    LocalDate taken = LocalDate.MAX;
    for (PayerRule rule : latestFirst) {
      LocalDate until = rule.period().until();
      LocalDate end = until == null || until.isAfter(taken) ? taken : until;
      LocalDate from = rule.period().from();
      if (from.isBefore(end)) {
        held.add(within(rule, new EffectivePeriod(from, end.equals(LocalDate.MAX) ? null : end)));
      }
      if (from.isBefore(taken)) taken = from;
    }
    return List.copyOf(held);
  }

  /// A rule with another period.
  static PayerRule within(PayerRule rule, EffectivePeriod period) {
    return new PayerRule(
        rule.id(),
        rule.version(),
        rule.title(),
        rule.intent(),
        rule.owner(),
        rule.reason(),
        rule.source(),
        period,
        rule.order(),
        rule.after(),
        rule.scope(),
        rule.conditions(),
        rule.actions(),
        rule.examples(),
        rule.file(),
        rule.line());
  }
}
