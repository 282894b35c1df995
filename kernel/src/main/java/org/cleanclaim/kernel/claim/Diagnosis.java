package org.cleanclaim.kernel.claim;

import org.cleanclaim.kernel.code.Icd10Cm;
import org.jspecify.annotations.Nullable;

/// One diagnosis of a claim. The first of the list is the principal one; service lines point to
/// 1-based positions.
///
/// @param presentOnAdmission Y, N, U, W or 1 on institutional claims, else null
public record Diagnosis(Icd10Cm code, @Nullable String presentOnAdmission) {
  public static Diagnosis of(Icd10Cm code) {
    return new Diagnosis(code, null);
  }
}
