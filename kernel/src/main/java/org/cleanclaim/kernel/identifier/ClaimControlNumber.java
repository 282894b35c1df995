package org.cleanclaim.kernel.identifier;

import java.util.Optional;

/// The number a provider gives a claim so that acknowledgments and payments find their way back
/// (CLM01, CLP01): 1 to 38 characters; ours use digits and capital letters only.
public record ClaimControlNumber(String value) {
  public ClaimControlNumber {
    if (!value.matches("[ -~]{1,38}")) {
      throw new IllegalArgumentException("not a claim control number");
    }
  }

  public static Optional<ClaimControlNumber> parse(String text) {
    String plain = text.strip();
    return plain.matches("[ -~]{1,38}")
        ? Optional.of(new ClaimControlNumber(plain))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
