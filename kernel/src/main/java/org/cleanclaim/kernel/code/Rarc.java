package org.cleanclaim.kernel.code;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A remittance advice remark code (external code list 411): `N30`, `M86`, `MA130`.
public record Rarc(String value) {
  private static final Pattern SHAPE = Pattern.compile("(MA|M|N)[0-9]{1,4}");

  public Rarc {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a remark code: " + value);
    }
  }

  public static Optional<Rarc> parse(String text) {
    String plain = text.strip().toUpperCase(Locale.ROOT);
    return SHAPE.matcher(plain).matches() ? Optional.of(new Rarc(plain)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
