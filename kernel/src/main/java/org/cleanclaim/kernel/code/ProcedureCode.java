package org.cleanclaim.kernel.code;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A billed procedure of the HCPCS: a CPT number (`99213`, `0001F`, `0042T`) or a HCPCS Level II
/// code (`G0439`, `J1100`). Five characters. CPT is the AMA's; only the number is held here.
public record ProcedureCode(String value) implements Comparable<ProcedureCode> {
  private static final Pattern SHAPE = Pattern.compile("[A-Z][0-9]{4}|[0-9]{4}[0-9A-Z]");

  public ProcedureCode {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a HCPCS or CPT code: " + value);
    }
  }

  public static Optional<ProcedureCode> parse(String text) {
    String plain = text.strip().toUpperCase(Locale.ROOT);
    return SHAPE.matcher(plain).matches()
        ? Optional.of(new ProcedureCode(plain))
        : Optional.empty();
  }

  /// HCPCS Level II begins with a letter; everything else is a CPT number.
  public CodeSystem system() {
    return Character.isLetter(value.charAt(0)) ? CodeSystem.HCPCS : CodeSystem.CPT;
  }

  @Override
  public int compareTo(ProcedureCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
