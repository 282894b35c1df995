package org.cleanclaim.kernel.code;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A two-character procedure modifier: `25`, `RT`, `F1`.
public record Modifier(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]{2}");

  public Modifier {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a modifier: " + value);
    }
  }

  public static Optional<Modifier> parse(String text) {
    String plain = text.strip().toUpperCase(Locale.ROOT);
    return SHAPE.matcher(plain).matches() ? Optional.of(new Modifier(plain)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
