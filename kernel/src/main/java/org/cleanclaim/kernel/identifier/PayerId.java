package org.cleanclaim.kernel.identifier;

import java.util.Optional;

/// The electronic address of a payer at a clearinghouse: 2 to 80 characters (NM109 of loop 2010BB).
public record PayerId(String value) {
  public PayerId {
    if (!value.matches("[ -~]{2,80}")) throw new IllegalArgumentException("not a payer id");
  }

  public static Optional<PayerId> parse(String text) {
    String plain = text.strip();
    return plain.matches("[ -~]{2,80}") ? Optional.of(new PayerId(plain)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
