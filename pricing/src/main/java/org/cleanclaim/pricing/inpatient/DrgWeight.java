package org.cleanclaim.pricing.inpatient;

import java.math.BigDecimal;

/// What a DRG is worth. Source: IPPS final rule, table 5.
///
/// @param weight relative to the average stay, four decimals
/// @param usualDays geometric mean of the lengths of stay
/// @param isPostAcute paid by the day when discharged early to post-acute care
/// @param isSpecialPay half the rate first, the other half by the day
record DrgWeight(
    int drg, BigDecimal weight, BigDecimal usualDays, boolean isPostAcute, boolean isSpecialPay) {
  private static final int NEWBORN_TRANSFERRED = 789;

  /// Paid by the day up to the full rate.
  boolean isPerDiem() {
    return isPostAcute && !isSpecialPay;
  }

  boolean isHalfPerDiem() {
    return isPostAcute && isSpecialPay;
  }

  /// Whether a stay is shorter than usual. DRG 789 is of transferred newborns as such and is never
  /// reduced. Source: 42 CFR 412.4(f)(4).
  boolean isCutFor(int days) {
    return drg != NEWBORN_TRANSFERRED && BigDecimal.valueOf(days).compareTo(usualDays) < 0;
  }
}
