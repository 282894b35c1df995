package org.cleanclaim.app.remittance;

import org.cleanclaim.app.claim.PayableClaim;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.jspecify.annotations.Nullable;

/// A service of a claim payment with its line and outcome, ready to be kept.
///
/// @param remark how the line was found, where it is not plain
record KeptLine(
    int position,
    ServicePayment service,
    @Nullable PayableClaim claim,
    @Nullable Integer line,
    LineMatch.@Nullable How how,
    @Nullable String remark,
    LineOutcome outcome) {

  Money adjusted() {
    Money sum = Money.ZERO;
    for (Adjustment adjustment : service.adjustments()) sum = sum.plus(adjustment.amount());
    return sum;
  }

  /// What is refused of it.
  Money refused() {
    boolean isByMonth = claim != null && claim.isCapitated(line);
    Money sum = Money.ZERO;
    for (Adjustment adjustment : service.adjustments()) {
      if (isByMonth && AdjustmentKind.isOfCapitation(adjustment)) continue;
      if (AdjustmentKind.isRefusal(adjustment)) sum = sum.plus(adjustment.amount());
    }
    return sum;
  }
}
