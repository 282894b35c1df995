package org.cleanclaim.kernel.identifier;

import java.util.Optional;
import org.cleanclaim.kernel.Characters;

/// A National Provider Identifier: ten digits, the first 1 or 2, whose last is a Luhn check over
/// `80840` and the first nine (45 CFR 162.406; CMS NPI check-digit specification).
public record Npi(String value) {
  public Npi {
    if (!isNpi(value)) throw new IllegalArgumentException("not an NPI");
  }

  public static Optional<Npi> parse(String text) {
    String plain = text.strip();
    return isNpi(plain) ? Optional.of(new Npi(plain)) : Optional.empty();
  }

  private static boolean isNpi(String text) {
    if (text.length() != 10 || !Characters.areDigits(text, 0, 10)) return false;
    if (text.charAt(0) != '1' && text.charAt(0) != '2') return false;
    int sum = 24; // what the constant prefix 80840 adds
    for (int i = 0; i < 10; i++) {
      int digit = text.charAt(9 - i) - '0';
      if (i % 2 == 1) {
        digit *= 2;
        if (digit > 9) digit -= 9;
      }
      sum += digit;
    }
    return sum % 10 == 0;
  }

  @Override
  public String toString() {
    return value;
  }
}
