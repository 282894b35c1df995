package org.cleanclaim.grouping.msdrg;

/// Whether a condition was there when the order for inpatient admission was written, as the claim
/// reports it (UB-04 form locators 67 and 67A-Q).
public enum PresentOnAdmission {
  YES,
  NO,
  /// The record does not say.
  UNKNOWN,
  /// The clinician cannot say; counts as present.
  UNDETERMINED,
  /// Reported as exempt from reporting.
  EXEMPT,
  /// Nothing reported, or a sign that means nothing.
  MISSING;

  /// The meaning of the sign on a claim: Y, N, U, W, 1 or nothing.
  public static PresentOnAdmission of(String sign) {
    return switch (sign.strip()) {
      case "Y", "y" -> YES;
      case "N", "n" -> NO;
      case "U", "u" -> UNKNOWN;
      case "W", "w" -> UNDETERMINED;
      case "1" -> EXEMPT;
      default -> MISSING;
    };
  }

  /// Counts as there at admission: Y and W.
  public boolean isPresent() {
    return this == YES || this == UNDETERMINED;
  }

  /// Counts as acquired in hospital: N and U.
  public boolean isAcquired() {
    return this == NO || this == UNKNOWN;
  }
}
