package org.cleanclaim.app.remittance;

import java.util.Set;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.remittance.Adjustment;

/// Tells an agreed reduction from a refusal. Only the agreed ones are written down by themselves;
/// everything else stays open until a person decides.
public final class AdjustmentKind {

  // Charge above the fee schedule or contract (45, 42 its predecessor), contracted rate (131, 172
  // by specialty), prompt
  // or volume discount (90s family kept out), sequestration (253), incentive programs (237), more
  // than charged by a case rate (94),
  // multiple-procedure and bilateral rules (59), patient's share waived by law (P-series fee
  // schedules 12).
  private static final Set<String> CONTRACTUAL =
      Set.of("45", "42", "131", "172", "253", "237", "94", "59", "P12", "P24", "161", "104", "105");

  private AdjustmentKind() {}

  public static boolean isContractual(Adjustment adjustment) {
    return CONTRACTUAL.contains(adjustment.reason().value());
  }

  /// A sum per member and month covers it: agreed where the contract says so.
  static boolean isOfCapitation(Adjustment adjustment) {
    return adjustment.group() == AdjustmentGroup.CO && adjustment.reason().value().equals("24");
  }

  /// Interest for paying late, as an adjustment that adds to the payment.
  static boolean isInterest(Adjustment adjustment) {
    return adjustment.reason().value().equals("225");
  }

  /// What an earlier payer paid or took off: it is no decision of this one.
  static boolean isOfEarlierPayer(Adjustment adjustment) {
    return adjustment.reason().value().equals("23");
  }

  /// The payer is not finished: it reviews the service still (133), or has only said beforehand
  /// what it would pay (101).
  static boolean isUndecided(Adjustment adjustment) {
    String reason = adjustment.reason().value();
    return reason.equals("133") || reason.equals("101");
  }

  /// A refusal: neither agreed by contract nor the patient's ordinary share.
  public static boolean isRefusal(Adjustment adjustment) {
    return adjustment.amount().isPositive()
        && adjustment.group() != AdjustmentGroup.CR
        && !isContractual(adjustment)
        && !isInterest(adjustment)
        && !isOfEarlierPayer(adjustment)
        && !isUndecided(adjustment)
        && !adjustment.leavesCostShare();
  }
}
