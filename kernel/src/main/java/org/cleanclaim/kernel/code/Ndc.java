package org.cleanclaim.kernel.code;

import java.util.Optional;
import java.util.regex.Pattern;
import org.cleanclaim.kernel.Characters;

/// A National Drug Code as claims carry it: eleven digits, five for the labeler, four for the
/// product, two for the package (45 CFR 162.1002).
///
/// Packages print ten digits as 4-4-2, 5-3-2 or 5-4-1 (21 CFR 207.33); the short part takes a zero
/// in front. Ten digits without hyphens do not say which part that is.
public record Ndc(String value) {
  private static final int LENGTH = 11;
  private static final Pattern HYPHENED =
      Pattern.compile("\\d{5}-\\d{4}-\\d{1,2}|\\d{4}-\\d{4}-\\d{2}|\\d{5}-\\d{3}-\\d{2}");

  public Ndc {
    if (!hasShape(value)) throw new IllegalArgumentException("not an NDC: " + value);
  }

  /// Reads eleven digits, or ten or eleven with the hyphens of the package.
  public static Optional<Ndc> parse(String text) {
    String plain = text.strip();
    if (hasShape(plain)) return Optional.of(new Ndc(plain));
    if (!HYPHENED.matcher(plain).matches()) return Optional.empty();
    var three = plain.split("-");
    return Optional.of(new Ndc(filled(three[0], 5) + filled(three[1], 4) + filled(three[2], 2)));
  }

  private static String filled(String part, int length) {
    return "0".repeat(length - part.length()) + part;
  }

  private static boolean hasShape(String text) {
    return text.length() == LENGTH && Characters.areDigits(text, 0, LENGTH);
  }

  /// As the 5-4-2 form is written for people.
  public String hyphened() {
    return value.substring(0, 5) + "-" + value.substring(5, 9) + "-" + value.substring(9);
  }

  @Override
  public String toString() {
    return value;
  }
}
