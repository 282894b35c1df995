package org.cleanclaim.app.intake;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What the first segments of an interchange say, without reading the rest.
///
/// @param sender ISA06
/// @param controlNumber ISA13
record Opening(@Nullable String sender, @Nullable String controlNumber) {
  private static final int ISA_LENGTH = 106;
  private static final int LOOKED_AT = 2_000;

  /// The ISA has fixed columns.
  static Opening of(byte[] bytes) {
    String isa = start(bytes, ISA_LENGTH);
    if (isa.length() < ISA_LENGTH || !isa.startsWith("ISA")) return new Opening(null, null);
    return new Opening(isa.substring(35, 50).strip(), isa.substring(90, 99).strip());
  }

  /// Whether the first transaction is an 835.
  static boolean isRemittance(byte[] bytes) {
    String start = start(bytes, LOOKED_AT);
    if (start.length() < ISA_LENGTH || !start.startsWith("ISA")) return false;
    char separator = start.charAt(3);
    return start.contains("ST" + separator + "835" + separator);
  }

  private static String start(byte[] bytes, int length) {
    return new String(bytes, 0, Math.min(length, bytes.length), StandardCharsets.ISO_8859_1);
  }
}
