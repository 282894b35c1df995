package org.cleanclaim.edits.payerrule;

import java.util.List;
import java.util.Optional;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.RuleId;

/// A rule as somebody wrote it: for which claims, when, and what then.
///
/// @param id the same through all versions
/// @param version counts from 1; periods of versions do not overlap
/// @param intent what the rule is to bring about, in one sentence
/// @param owner who answers for it
/// @param reason why it was made: a denial, a letter of the payer, a law
/// @param source publication and section
/// @param period days of service on which it holds
/// @param order lower ones go first
/// @param conditions all of them have to hold
/// @param file where it was read, for messages
/// @param line 1-based line in the file where the rule begins
public record PayerRule(
    RuleId id,
    int version,
    String title,
    String intent,
    String owner,
    String reason,
    String source,
    EffectivePeriod period,
    int order,
    After after,
    RuleScope scope,
    List<PayerCondition> conditions,
    List<PayerAction> actions,
    List<RuleExample> examples,
    String file,
    int line) {

  /// What happens to later rules when this one has fired.
  public enum After {
    CONTINUE,
    STOP
  }

  public PayerRule {
    conditions = List.copyOf(conditions);
    actions = List.copyOf(actions);
    examples = List.copyOf(examples);
  }

  /// Whether the rule is asked for each line: it has a condition about the line that is looked at.
  public boolean isOfLines() {
    return conditions.stream().anyMatch(condition -> !condition.lineFields().isEmpty());
  }

  /// The field that findings point to when the rule does not say: the first that it asks about.
  Optional<ClaimField> subject() {
    var fields =
        conditions.stream()
            .filter(Comparison.class::isInstance)
            .map(condition -> ((Comparison) condition).field())
            .toList();
    return fields.stream()
        .filter(ClaimField::isOfLine)
        .findFirst()
        .or(() -> fields.stream().findFirst());
  }
}
