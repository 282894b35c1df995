package org.cleanclaim.kernel.claim;

import java.util.Optional;

/// The place of a payer in the order of benefits (SBR01).
public enum PayerSequence {
  PRIMARY("P"),
  SECONDARY("S"),
  TERTIARY("T");

  private final String code;

  PayerSequence(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<PayerSequence> ofCode(String code) {
    for (PayerSequence sequence : values()) {
      if (sequence.code.equals(code)) return Optional.of(sequence);
    }
    return Optional.empty();
  }
}
