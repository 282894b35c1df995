package org.cleanclaim.cli;

import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;

/// Codes as people write them.
final class Written {
  private Written() {}

  /// With the dot where the system has one: `E11.9`.
  static String code(CodeSystem system, String code) {
    return system == CodeSystem.ICD10CM
        ? Icd10Cm.parse(code).map(Icd10Cm::dotted).orElse(code)
        : code;
  }
}
