package org.cleanclaim.kernel.identifier;

import java.util.Optional;

/// A provider taxonomy code of ten characters ending in X: `207Q00000X` (NUCC provider taxonomy).
public record Taxonomy(String value) {
  public Taxonomy {
    if (!value.matches("[0-9A-Z]{9}X")) throw new IllegalArgumentException("not a taxonomy code");
  }

  public static Optional<Taxonomy> parse(String text) {
    String plain = text.strip();
    return plain.matches("[0-9A-Z]{9}X") ? Optional.of(new Taxonomy(plain)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
