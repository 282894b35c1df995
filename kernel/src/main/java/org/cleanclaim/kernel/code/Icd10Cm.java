package org.cleanclaim.kernel.code;

import java.util.Optional;
import org.cleanclaim.kernel.Characters;

/// An ICD-10-CM diagnosis code, kept without the dot: `E119`. Three to seven characters: a letter,
/// a digit, then digits or letters (ICD-10-CM Official Guidelines, section I.A.2). Since FY2026 the
/// second character may be an A: `QA0.0101`.
public record Icd10Cm(String value) implements Comparable<Icd10Cm> {
  public Icd10Cm {
    if (!hasShape(value)) {
      throw new IllegalArgumentException("not an ICD-10-CM code: " + value);
    }
  }

  /// Reads `E11.9`, `e119` or ` E119 `.
  public static Optional<Icd10Cm> parse(String text) {
    String plain = Characters.plain(text).replace(".", "");
    return hasShape(plain) ? Optional.of(new Icd10Cm(plain)) : Optional.empty();
  }

  /// The three-character category: `E11`.
  public String category() {
    return value.substring(0, 3);
  }

  /// With the dot after the category, as people write it: `E11.9`.
  public String dotted() {
    return value.length() == 3 ? value : value.substring(0, 3) + "." + value.substring(3);
  }

  /// A code that stands in a sentence or a list, as people write it; what has not the shape of a
  /// code stays as it is.
  public static String written(String code) {
    return parse(code).map(Icd10Cm::dotted).orElse(code);
  }

  @Override
  public int compareTo(Icd10Cm other) {
    return value.compareTo(other.value);
  }

  private static boolean hasShape(String text) {
    return text.length() >= 3
        && text.length() <= 7
        && Characters.isCapital(text.charAt(0))
        && (Characters.isDigit(text.charAt(1)) || text.charAt(1) == 'A')
        && Characters.areCapitalsOrDigits(text, 2, text.length());
  }

  @Override
  public String toString() {
    return dotted();
  }
}
