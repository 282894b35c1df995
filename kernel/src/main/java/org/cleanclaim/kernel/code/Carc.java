package org.cleanclaim.kernel.code;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A claim adjustment reason code (external code list 139): `45`, `1`, `B7`, `P12`.
public record Carc(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Z]?[0-9]{1,3}");

  public Carc {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an adjustment reason code: " + value);
    }
  }

  public static Optional<Carc> parse(String text) {
    String plain = text.strip().toUpperCase(Locale.ROOT);
    return SHAPE.matcher(plain).matches() ? Optional.of(new Carc(plain)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
