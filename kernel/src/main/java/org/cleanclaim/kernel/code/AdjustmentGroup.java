package org.cleanclaim.kernel.code;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

  private static final Map<String, AdjustmentGroup> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(AdjustmentGroup::name, g -> g));

  public static Optional<AdjustmentGroup> parse(String text) {
    return Optional.ofNullable(BY_NAME.get(text.strip()));
  }
}
