package org.cleanclaim.app.claim;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.ServicePayment;

/// What a payer has decided on a claim (835), for the payer that comes next.
///
/// @param lines the lines of the claim that the services belong to, in their order; 0 where it
///   cannot be told
/// @param decidedOn the day of the payment (BPR16)
/// @param isForwarded the payer has sent the claim on to the next one by itself
public record EarlierDecision(
    ClaimId claim,
    ClaimPayment payment,
    List<Integer> lines,
    LocalDate decidedOn,
    boolean isForwarded) {
  public EarlierDecision {
    lines = List.copyOf(lines);
  }

  /// The services of one line of the claim.
  List<ServicePayment> services(int line) {
    var found = new java.util.ArrayList<ServicePayment>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i) == line) found.add(payment.services().get(i));
    }
    return found;
  }

  /// Whether the payer has decided line by line, and each of its services is a line of the claim.
  boolean isByLine() {
    return !lines.isEmpty() && !lines.contains(0);
  }

  /// What it leaves to the patient in all.
  Money owed() {
    Money sum = owed(payment.adjustments());
    for (ServicePayment service : payment.services()) sum = sum.plus(owed(service.adjustments()));
    return sum;
  }

  static Money owed(List<Adjustment> adjustments) {
    return Money.sum(
        adjustments.stream()
            .filter(a -> a.group() == AdjustmentGroup.PR)
            .map(Adjustment::amount)
            .toList());
  }
}
