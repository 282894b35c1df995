package org.cleanclaim.kernel.identifier;

import java.util.Optional;
import org.cleanclaim.kernel.Characters;

/// The electronic address of a payer at a clearinghouse: 2 to 80 characters (NM109 of loop 2010BB).
public record PayerId(String value) {
  public PayerId {
    if (!hasShape(value)) throw new IllegalArgumentException("not a payer id");
  }

  public static Optional<PayerId> parse(String text) {
    String plain = text.strip();
    return hasShape(plain) ? Optional.of(new PayerId(plain)) : Optional.empty();
  }

  private static boolean hasShape(String text) {
    return Characters.arePrintable(text, 2, 80);
  }

  @Override
  public String toString() {
    return value;
  }
}
