package org.cleanclaim.grouping.msdrg;

/// Patient discharge statuses that the grouper takes (UB-04 form locator 17; CMS ICD-10 MS-DRG
/// Definitions Manual, design and development).
final class DischargeStatus {
  static final int DIED = 20;

  private DischargeStatus() {}

  static boolean isValid(int status) {
    return status >= 1 && status <= 7
        || status == DIED
        || status == 21
        || status == 30
        || status == 43
        || status == 50
        || status == 51
        || status >= 61 && status <= 66
        || status == 69
        || status == 70
        || status >= 81 && status <= 95;
  }
}
