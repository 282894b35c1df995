package org.cleanclaim.edits.payerrule;

import java.util.Set;

/// One condition of a rule. Pure: the same facts give the same answer.
public sealed interface PayerCondition permits Comparison, AnyOf, LineCondition, CelCondition {

  /// Whether a condition holds.
  enum Answer {
    YES,
    NO,
    /// An expression went beyond its limits or met a value that it cannot work with.
    UNDECIDED;

    static Answer of(boolean isYes) {
      return isYes ? YES : NO;
    }
  }

  /// Whether the condition holds for a claim, or for one line of it.
  Answer answer(Facts facts);

  /// The fields that the condition reads from the line that is looked at; a rule with such a
  /// condition is asked for each line.
  Set<ClaimField> lineFields();
}
