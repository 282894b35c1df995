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

  /// Deductible, coinsurance and copayment: the shares that a plan leaves to the patient of what it
  /// allows.
  public boolean leavesCostShare() {
    return group == AdjustmentGroup.PR
        && switch (reason.value()) {
          case "1", "2", "3", "66", "122", "241", "247", "248" -> true;
          default -> false;
        };
  }

  /// As billers write it: `CO-45`.
  public String label() {
    return group + "-" + reason;
  }
}
