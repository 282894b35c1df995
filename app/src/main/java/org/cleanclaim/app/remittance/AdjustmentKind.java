package org.cleanclaim.app.remittance;

import java.util.Set;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.remittance.Adjustment;

/// Tells an agreed reduction from a refusal. Only the agreed ones are written down by themselves;
/// everything else stays open until a person decides.
public final class AdjustmentKind {

  // Charge above the fee schedule or contract (45, 42 its predecessor), contracted rate (131, 172
  // by specialty), prompt
  // or volume discount (90s family kept out), sequestration (253), incentive programs (237), paid
  // by another payer (23),
  // multiple-procedure and bilateral rules (59), patient's share waived by law (P-series fee
  // schedules 12).
  private static final Set<String> CONTRACTUAL =
      Set.of("45", "42", "131", "172", "253", "237", "23", "59", "P12", "P24", "161", "104", "105");

  private AdjustmentKind() {}

  public static boolean isContractual(Adjustment adjustment) {
    return CONTRACTUAL.contains(adjustment.reason().value());
  }

  /// A refusal: neither agreed by contract nor the patient's ordinary share.
  public static boolean isRefusal(Adjustment adjustment) {
    return adjustment.amount().isPositive()
        && adjustment.group() != AdjustmentGroup.CR
        && !isContractual(adjustment)
        && !(adjustment.group() == AdjustmentGroup.PR && LineOutcome.isCostShare(adjustment));
  }
}
