package org.cleanclaim.kernel.claim;

import java.util.Optional;

/// Whether a claim is new or about an earlier one (CLM05-3).
public enum ClaimFrequency {
  ORIGINAL("1"),
  INTERIM_FIRST("2"),
  INTERIM_CONTINUING("3"),
  INTERIM_LAST("4"),
  REPLACEMENT("7"),
  VOID("8");

  private final String code;

  ClaimFrequency(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<ClaimFrequency> ofCode(String code) {
    for (ClaimFrequency frequency : values()) {
      if (frequency.code.equals(code)) return Optional.of(frequency);
    }
    return Optional.empty();
  }
}
