package org.cleanclaim.kernel.identifier;

import java.util.Optional;
import org.cleanclaim.kernel.Characters;

/// A provider taxonomy code of ten characters ending in X: `207Q00000X` (NUCC provider taxonomy).
public record Taxonomy(String value) {
  public Taxonomy {
    if (!hasShape(value)) throw new IllegalArgumentException("not a taxonomy code");
  }

  public static Optional<Taxonomy> parse(String text) {
    String plain = text.strip();
    return hasShape(plain) ? Optional.of(new Taxonomy(plain)) : Optional.empty();
  }

  private static boolean hasShape(String text) {
    return text.length() == 10 && Characters.areCapitalsOrDigits(text, 0, 10);
  }

  @Override
  public String toString() {
    return value;
  }
}
