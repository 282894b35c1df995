package org.cleanclaim.kernel.claim;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Whether a claim is new or about an earlier one (CLM05-3).
public enum ClaimFrequency {
  ORIGINAL("1"),
  INTERIM_FIRST("2"),
  INTERIM_CONTINUING("3"),
  INTERIM_LAST("4"),
  /// Charges alone that came after the claim of a hospital's outpatient visit.
  LATE_CHARGES("5"),
  REPLACEMENT("7"),
  VOID("8");

  private static final Map<String, ClaimFrequency> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ClaimFrequency::code, c -> c));

  private final String code;

  ClaimFrequency(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<ClaimFrequency> ofCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
