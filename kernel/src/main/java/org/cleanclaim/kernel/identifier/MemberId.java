package org.cleanclaim.kernel.identifier;

import java.util.Optional;
import org.cleanclaim.kernel.Characters;

/// The number on a member's insurance card, 2 to 80 characters. Masked in `toString`.
public record MemberId(String value) {
  public MemberId {
    if (!hasShape(value)) throw new IllegalArgumentException("not a member id");
  }

  public static Optional<MemberId> parse(String text) {
    String plain = text.strip();
    return hasShape(plain) ? Optional.of(new MemberId(plain)) : Optional.empty();
  }

  private static boolean hasShape(String text) {
    return Characters.arePrintable(text, 2, 80);
  }

  @Override
  public String toString() {
    return "***" + value.substring(Math.max(0, value.length() - 2));
  }
}
