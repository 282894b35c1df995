package org.cleanclaim.grouping.hcc;

import java.time.LocalDate;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.code.CodeSystem;

/// Which diagnoses could be submitted in a year of service.
public final class ValidDiagnoses {
  private final CodeSets codeSets;

  public ValidDiagnoses(CodeSets codeSets) {
    this.codeSets = codeSets;
  }

  /// Whether a diagnosis was valid at the beginning or the end of a year; codes change in October.
  /// Where no list is installed, or the starter list, which knows too few codes to say, it passes.
  public boolean isValid(String code, int year) {
    for (LocalDate day : new LocalDate[] {LocalDate.of(year, 12, 31), LocalDate.of(year, 1, 1)}) {
      var edition = codeSets.edition(CodeSystem.ICD10CM, day);
      if (edition.isEmpty() || edition.get().starter()) return true;
      if (codeSets.isBillable(CodeSystem.ICD10CM, code, day)) return true;
    }
    return false;
  }
}
