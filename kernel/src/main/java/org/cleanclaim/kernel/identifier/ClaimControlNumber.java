package org.cleanclaim.kernel.identifier;

import java.util.Optional;
import org.cleanclaim.kernel.Characters;

/// The number a provider gives a claim so that acknowledgments and payments find their way back
/// (CLM01, CLP01): 1 to 38 characters; ours use digits and capital letters only.
public record ClaimControlNumber(String value) {
  public ClaimControlNumber {
    if (!hasShape(value)) {
      throw new IllegalArgumentException("not a claim control number");
    }
  }

  public static Optional<ClaimControlNumber> parse(String text) {
    String plain = text.strip();
    return hasShape(plain) ? Optional.of(new ClaimControlNumber(plain)) : Optional.empty();
  }

  private static boolean hasShape(String text) {
    return Characters.arePrintable(text, 1, 38);
  }

  @Override
  public String toString() {
    return value;
  }
}
