package org.cleanclaim.kernel.identifier;

import java.util.Locale;
import java.util.Optional;
import org.cleanclaim.kernel.Characters;

/// The number of a laboratory's certificate under the Clinical Laboratory Improvement Amendments
/// (42 CFR part 493): the state's two digits, D and seven digits. REF X4 of the 837P.
public record CliaNumber(String value) {
  private static final int LENGTH = 10;

  public CliaNumber {
    if (!hasShape(value)) throw new IllegalArgumentException("not a CLIA number: " + value);
  }

  /// Reads it with or without blanks and hyphens.
  public static Optional<CliaNumber> parse(String text) {
    String plain = text.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
    return hasShape(plain) ? Optional.of(new CliaNumber(plain)) : Optional.empty();
  }

  private static boolean hasShape(String text) {
    return text.length() == LENGTH
        && Characters.areDigits(text, 0, 2)
        && text.charAt(2) == 'D'
        && Characters.areDigits(text, 3, LENGTH);
  }

  @Override
  public String toString() {
    return value;
  }
}
