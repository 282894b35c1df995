package org.cleanclaim.kernel.code;

import java.util.Optional;
import org.cleanclaim.kernel.Characters;

/// A two-character procedure modifier: `25`, `RT`, `F1`.
public record Modifier(String value) {
  public Modifier {
    if (!hasShape(value)) {
      throw new IllegalArgumentException("not a modifier: " + value);
    }
  }

  public static Optional<Modifier> parse(String text) {
    String plain = Characters.plain(text);
    return hasShape(plain) ? Optional.of(new Modifier(plain)) : Optional.empty();
  }

  private static boolean hasShape(String text) {
    return text.length() == 2 && Characters.areCapitalsOrDigits(text, 0, 2);
  }

  @Override
  public String toString() {
    return value;
  }
}
