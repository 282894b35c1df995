package org.cleanclaim.app.remittance;

import org.cleanclaim.app.claim.PayableClaim;
import org.jspecify.annotations.Nullable;

/// Our claim of a payment and how it was found, or why none was.
///
/// @param claim null when none was found
/// @param reason one sentence
record ClaimMatch(@Nullable PayableClaim claim, How how, String reason) {

  /// In the order in which they are tried.
  enum How {
    CONTROL_NUMBER,
    PAYER_CONTROL_NUMBER,
    PATIENT_DATE_CHARGE,
    PATIENT_DATE_CODES,
    MANUAL,
    UNMATCHED
  }

  static ClaimMatch found(PayableClaim claim, How how, String reason) {
    return new ClaimMatch(claim, how, reason);
  }

  /// By a person.
  ///
  /// @param why in their words; blank when they were not asked
  static ClaimMatch chosen(PayableClaim claim, String by, String why) {
    return new ClaimMatch(
        claim, How.MANUAL, "Chosen by %s%s.".formatted(by, why.isBlank() ? "" : ": " + why));
  }

  static ClaimMatch unmatched(String reason) {
    return new ClaimMatch(null, How.UNMATCHED, reason);
  }
}
