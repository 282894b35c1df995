package org.cleanclaim.kernel.remittance;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How a payer processed a claim (CLP02).
public enum ClaimPaymentStatus {
  PRIMARY("1"),
  SECONDARY("2"),
  TERTIARY("3"),
  DENIED("4"),
  PENDED("5"),
  PRIMARY_FORWARDED("19"),
  SECONDARY_FORWARDED("20"),
  TERTIARY_FORWARDED("21"),
  REVERSAL("22"),
  NOT_OUR_CLAIM_FORWARDED("23"),
  PREDETERMINATION("25");

  private static final Map<String, ClaimPaymentStatus> BY_CODE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(ClaimPaymentStatus::code, c -> c));

  private final String code;

  ClaimPaymentStatus(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<ClaimPaymentStatus> ofCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
