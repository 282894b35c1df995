package org.cleanclaim.kernel.claim;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The place of a payer in the order of benefits (SBR01).
public enum PayerSequence {
  PRIMARY("P"),
  SECONDARY("S"),
  TERTIARY("T");

  private static final Map<String, PayerSequence> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(PayerSequence::code, c -> c));

  private final String code;

  PayerSequence(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<PayerSequence> ofCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
