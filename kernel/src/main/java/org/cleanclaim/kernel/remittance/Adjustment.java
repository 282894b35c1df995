package org.cleanclaim.kernel.remittance;

import java.math.BigDecimal;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.code.Carc;
import org.jspecify.annotations.Nullable;

/// One reason for which the paid amount differs from the charge (a triple of a CAS segment).
///
/// @param amount positive takes money off the charge, negative adds
public record Adjustment(
    AdjustmentGroup group, Carc reason, Money amount, @Nullable BigDecimal quantity) {
  public static Adjustment of(AdjustmentGroup group, String reason, Money amount) {
    return new Adjustment(group, new Carc(reason), amount, null);
  }

  /// As billers write it: `CO-45`.
  public String label() {
    return group + "-" + reason;
  }
}
