package org.cleanclaim.kernel.code;

import java.util.Optional;
import org.cleanclaim.kernel.Characters;

/// A billed procedure of the HCPCS: a CPT number (`99213`, `0001F`, `0042T`) or a HCPCS Level II
/// code (`G0439`, `J1100`). Five characters. CPT is the AMA's; only the number is held here.
public record ProcedureCode(String value) implements Comparable<ProcedureCode> {
  public ProcedureCode {
    if (!hasShape(value)) {
      throw new IllegalArgumentException("not a HCPCS or CPT code: " + value);
    }
  }

  public static Optional<ProcedureCode> parse(String text) {
    String plain = Characters.plain(text);
    return hasShape(plain) ? Optional.of(new ProcedureCode(plain)) : Optional.empty();
  }

  /// HCPCS Level II begins with a letter; everything else is a CPT number.
  public CodeSystem system() {
    return Character.isLetter(value.charAt(0)) ? CodeSystem.HCPCS : CodeSystem.CPT;
  }

  @Override
  public int compareTo(ProcedureCode other) {
    return value.compareTo(other.value);
  }

  private static boolean hasShape(String text) {
    if (text.length() != 5) return false;
    return Characters.isCapital(text.charAt(0))
        ? Characters.areDigits(text, 1, 5)
        : Characters.areDigits(text, 0, 4) && Characters.areCapitalsOrDigits(text, 4, 5);
  }

  @Override
  public String toString() {
    return value;
  }
}
