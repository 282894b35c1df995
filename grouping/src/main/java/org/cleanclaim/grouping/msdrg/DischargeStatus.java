package org.cleanclaim.grouping.msdrg;

/// Patient discharge statuses that the grouper takes (UB-04 form locator 17; CMS ICD-10 MS-DRG
/// Definitions Manual, design and development).
final class DischargeStatus {
  static final int AGAINST_ADVICE = 7;
  static final int DIED = 20;

  private DischargeStatus() {}

  /// Moved to another hospital for acute care: 02, 05 and 66, and the same with a planned
  /// readmission, 82, 85 and 94.
  static boolean isAcuteTransfer(int status) {
    return switch (status) {
      case 2, 5, 66, 82, 85, 94 -> true;
      default -> false;
    };
  }

  static boolean isValid(int status) {
    return (status >= 1 && status <= 7)
        || status == DIED
        || status == 21
        || status == 30
        || status == 43
        || status == 50
        || status == 51
        || (status >= 61 && status <= 66)
        || status == 69
        || status == 70
        || (status >= 81 && status <= 95);
  }
}
