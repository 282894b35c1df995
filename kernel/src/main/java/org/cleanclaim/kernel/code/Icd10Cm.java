package org.cleanclaim.kernel.code;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An ICD-10-CM diagnosis code, kept without the dot: `E119`. Three to seven characters: a letter,
/// a digit, then digits or letters (ICD-10-CM Official Guidelines, section I.A.2).
public record Icd10Cm(String value) implements Comparable<Icd10Cm> {
  private static final Pattern SHAPE = Pattern.compile("[A-Z][0-9][0-9A-Z][0-9A-Z]{0,4}");

  public Icd10Cm {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an ICD-10-CM code: " + value);
    }
  }

  /// Reads `E11.9`, `e119` or ` E119 `.
  public static Optional<Icd10Cm> parse(String text) {
    String plain = text.strip().toUpperCase(Locale.ROOT).replace(".", "");
    return SHAPE.matcher(plain).matches() ? Optional.of(new Icd10Cm(plain)) : Optional.empty();
  }

  /// The three-character category: `E11`.
  public String category() {
    return value.substring(0, 3);
  }

  /// With the dot after the category, as people write it: `E11.9`.
  public String dotted() {
    return value.length() == 3 ? value : value.substring(0, 3) + "." + value.substring(3);
  }

  @Override
  public int compareTo(Icd10Cm other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return dotted();
  }
}
