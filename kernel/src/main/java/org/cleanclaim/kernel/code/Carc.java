package org.cleanclaim.kernel.code;

import java.util.Optional;
import org.cleanclaim.kernel.Characters;

/// A claim adjustment reason code (external code list 139): `45`, `1`, `B7`, `P12`.
public record Carc(String value) {
  public Carc {
    if (!hasShape(value)) {
      throw new IllegalArgumentException("not an adjustment reason code: " + value);
    }
  }

  public static Optional<Carc> parse(String text) {
    String plain = Characters.plain(text);
    return hasShape(plain) ? Optional.of(new Carc(plain)) : Optional.empty();
  }

  private static boolean hasShape(String text) {
    int digits = !text.isEmpty() && Characters.isCapital(text.charAt(0)) ? 1 : 0;
    int length = text.length() - digits;
    return length >= 1 && length <= 3 && Characters.areDigits(text, digits, text.length());
  }

  @Override
  public String toString() {
    return value;
  }
}
