package org.cleanclaim.kernel.code;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An ICD-10-PCS procedure code: seven characters of digits and letters without I and O.
public record Icd10Pcs(String value) {
  private static final Pattern SHAPE = Pattern.compile("[0-9A-HJ-NP-Z]{7}");

  public Icd10Pcs {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an ICD-10-PCS code: " + value);
    }
  }

  public static Optional<Icd10Pcs> parse(String text) {
    String plain = text.strip().toUpperCase(Locale.ROOT);
    return SHAPE.matcher(plain).matches() ? Optional.of(new Icd10Pcs(plain)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
