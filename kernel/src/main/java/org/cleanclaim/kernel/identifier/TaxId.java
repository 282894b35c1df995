package org.cleanclaim.kernel.identifier;

import java.util.Optional;
import org.cleanclaim.kernel.Characters;

/// A federal tax id of nine digits: an employer's (EIN) or a person's (SSN). Masked in `toString`.
public record TaxId(String value, Kind kind) {
  /// Which number the nine digits are; the X12 qualifier is EI or SY.
  public enum Kind {
    EMPLOYER,
    SOCIAL_SECURITY
  }

  public TaxId {
    if (!hasShape(value)) throw new IllegalArgumentException("not a tax id");
  }

  /// Reads nine digits with or without hyphens as an employer's number.
  public static Optional<TaxId> parse(String text) {
    String plain = text.strip().replace("-", "");
    return hasShape(plain) ? Optional.of(new TaxId(plain, Kind.EMPLOYER)) : Optional.empty();
  }

  private static boolean hasShape(String text) {
    return text.length() == 9 && Characters.areDigits(text, 0, 9);
  }

  @Override
  public String toString() {
    return "*****" + value.substring(5);
  }
}
