package org.cleanclaim.payer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.LineAdjudication;
import org.cleanclaim.kernel.claim.OtherCoverage;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.pricing.cob.SecondaryBenefit.Primary;

/// What the payers before this one decided, line by line (loops 2320 and 2430). Amounts told for
/// the claim alone are shared out by charge.
final class PriorPayments {
  private PriorPayments() {}

  /// Whether another payer comes before this one.
  static boolean areExpected(Claim claim) {
    return claim.subscriber().sequence() != PayerSequence.PRIMARY;
  }

  /// By line number; empty when no payment is told.
  static Map<Integer, Primary> of(Claim claim) {
    var prior = new HashMap<Integer, Primary>();
    for (ServiceLine line : claim.lines()) {
      if (!line.priorAdjudications().isEmpty()) prior.put(line.number(), ofLine(line));
    }
    if (prior.isEmpty()) shareOut(claim, prior);
    return prior;
  }

  private static Primary ofLine(ServiceLine line) {
    Money paid = Money.ZERO;
    Money owed = line.charge();
    for (LineAdjudication adjudication : line.priorAdjudications()) {
      paid = paid.plus(adjudication.paid());
      Money left =
          adjudication.patientOwes() == null
              ? patientShare(adjudication.adjustments())
              : adjudication.patientOwes();
      owed = owed.min(left); // each payer leaves less than the one before
    }
    return new Primary(paid.plus(owed), paid);
  }

  private static void shareOut(Claim claim, Map<Integer, Primary> prior) {
    var weights = new ArrayList<Long>();
    for (ServiceLine line : claim.lines()) weights.add(Math.max(0, line.charge().cents()));
    if (weights.stream().allMatch(w -> w == 0)) return;
    Money paid = Money.ZERO;
    Money owed = claim.totalCharge();
    boolean isTold = false;
    for (OtherCoverage other : claim.otherCoverages()) {
      if (other.paid() == null) continue;
      isTold = true;
      paid = paid.plus(other.paid());
      Money left =
          other.patientOwes() == null ? patientShare(other.adjustments()) : other.patientOwes();
      owed = owed.min(left);
    }
    if (!isTold) return;
    List<Money> paidByLine = paid.allocate(weights);
    List<Money> owedByLine = owed.allocate(weights);
    for (int i = 0; i < claim.lines().size(); i++) {
      prior.put(
          claim.lines().get(i).number(),
          new Primary(paidByLine.get(i).plus(owedByLine.get(i)), paidByLine.get(i)));
    }
  }

  private static Money patientShare(List<Adjustment> adjustments) {
    return Money.sum(
        adjustments.stream()
            .filter(a -> a.group() == AdjustmentGroup.PR)
            .map(Adjustment::amount)
            .toList());
  }
}
