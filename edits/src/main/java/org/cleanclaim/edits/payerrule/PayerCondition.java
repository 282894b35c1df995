package org.cleanclaim.edits.payerrule;

import java.time.LocalDate;
import java.util.Set;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.jspecify.annotations.Nullable;

/// One condition of a rule. Pure: the same claim, line and day give the same answer.
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

  /// @param line the line that is looked at, null when the claim as a whole is
  /// @param day the day on which the claim is judged
  Answer answer(Claim claim, @Nullable ServiceLine line, LocalDate day);

  /// The fields that the condition reads from the line that is looked at; a rule with such a
  /// condition is asked for each line.
  Set<ClaimField> lineFields();
}
