package org.cleanclaim.codesets.publisher;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The shapes of codes as publishers print them.
final class Codes {
  private static final Pattern PROCEDURE = Pattern.compile("[0-9A-HJ-NP-Z]{7}");
  private static final Pattern TABLE = Pattern.compile("[0-9A-HJ-NP-Z]{3}");
  private static final Pattern DIAGNOSIS = Pattern.compile("[A-Z][0-9A-Z][0-9A-Z]{1,5}");
  private static final Pattern POINTER = Pattern.compile("[A-Z][0-9A-Z][0-9A-Z]{1,5}-?");

  private Codes() {}

  /// An ICD-10-CM code or heading without dot. Since fiscal year 2026 the second character may be a
  /// letter: `QA00101`.
  static boolean isDiagnosis(String code) {
    return DIAGNOSIS.matcher(code).matches();
  }

  /// An ICD-10-PCS code, or a table's three characters.
  static boolean isProcedureOrTable(String code) {
    return PROCEDURE.matcher(code).matches() || TABLE.matcher(code).matches();
  }

  /// What an index leads to: an ICD-10-CM code without dot, with a dash when it needs more
  /// characters.
  static boolean isPointer(String code) {
    return POINTER.matcher(code).matches();
  }

  /// Takes out dots and blanks: `C79.8-` becomes `C798-`.
  static String plain(String printed) {
    return printed.replace(".", "").replace("\u00A0", "").replace(" ", "").toUpperCase(Locale.ROOT);
  }

  /// The codes of a cell that may hold several.
  static List<String> plainAll(String printed) {
    var codes = new ArrayList<String>();
    for (String part : printed.split("[,;/]|\\s+")) {
      if (!part.isBlank()) codes.add(plain(part));
    }
    return codes;
  }
}
