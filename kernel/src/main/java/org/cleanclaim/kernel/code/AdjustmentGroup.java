package org.cleanclaim.kernel.code;

import java.util.Optional;

/// Who bears an adjusted amount (CAS01 of the 835).
public enum AdjustmentGroup {
  /// Contractual obligation: the provider may not bill the patient.
  CO,
  /// Patient responsibility.
  PR,
  /// Other adjustment.
  OA,
  /// Payer initiated reduction.
  PI,
  /// Correction or reversal, used before version 5010.
  CR;

  public static Optional<AdjustmentGroup> parse(String text) {
    for (AdjustmentGroup group : values()) {
      if (group.name().equals(text.strip())) return Optional.of(group);
    }
    return Optional.empty();
  }
}
