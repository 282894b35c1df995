package org.cleanclaim.edits.payerrule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.code.Carc;
import org.jspecify.annotations.Nullable;

/// A claim of which the payer's decision is known.
///
/// @param submittedOn the day on which it went out first; null when nobody knows it
public record PastClaim(Claim claim, @Nullable LocalDate submittedOn, List<LineOutcome> outcomes) {
  public PastClaim {
    outcomes = List.copyOf(outcomes);
  }

  /// What the payer decided on one line.
  ///
  /// @param line number of the line on the claim; 0 when the decision is about the whole claim
  /// @param reasons why it was not paid; none when it was
  /// @param amount what was paid, or the charge that was not
  public record LineOutcome(int line, Decision decision, List<Carc> reasons, Money amount) {
    public LineOutcome {
      reasons = List.copyOf(reasons);
    }
  }

  /// Whether money came.
  public enum Decision {
    PAID,
    DENIED
  }

  /// The day on which somebody would have judged the claim: that of its submission, else the last
  /// day of service. Empty when it has neither.
  public Optional<LocalDate> judgedOn() {
    return submittedOn == null ? claim.servedThrough() : Optional.of(submittedOn);
  }

  /// Whether nothing of the claim was denied.
  public boolean wasPaidInFull() {
    return !outcomes.isEmpty()
        && outcomes.stream().allMatch(outcome -> outcome.decision() == Decision.PAID);
  }

  /// What was paid.
  public Money paid() {
    return Money.sum(
        outcomes.stream()
            .filter(outcome -> outcome.decision() == Decision.PAID)
            .map(LineOutcome::amount)
            .toList());
  }
}
