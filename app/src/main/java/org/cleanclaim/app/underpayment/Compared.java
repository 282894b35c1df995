package org.cleanclaim.app.underpayment;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.pricing.contract.Variance;

/// What a payment allows of a line or of a claim as a whole, beside what the contract says.
///
/// @param line of the claim; 0 for the whole claim, and where the payment does not tell which
/// @param contract its name
/// @param adjustments what the payer took off
/// @param others the payments before it that decided other pieces of it
/// @param isPart whether pieces are still to be decided
record Compared(
    int line,
    Variance variance,
    String contract,
    LocalDate servedFrom,
    Money charged,
    List<Adjustment> adjustments,
    Set<Long> others,
    boolean isPart) {
  Compared {
    adjustments = List.copyOf(adjustments);
    others = Set.copyOf(others);
  }

  /// Whether earlier differences of the same line, or of the claim as a whole, are settled by it.
  boolean isOfKnownPlace() {
    return line > 0 || variance.service() == 0;
  }

  boolean isBelow() {
    return variance.kind() == Variance.Kind.UNDERPAID && variance.allowed() != null;
  }
}
