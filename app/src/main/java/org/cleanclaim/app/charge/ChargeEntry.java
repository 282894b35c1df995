package org.cleanclaim.app.charge;

import java.math.BigDecimal;
import java.util.List;
import org.cleanclaim.kernel.claim.Drug;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// What is entered for one line; the price comes from the fee schedule.
///
/// @param drug what was given, from its package; null for a service without one
public record ChargeEntry(
    ProcedureCode procedure,
    List<Modifier> modifiers,
    BigDecimal units,
    List<Icd10Cm> diagnoses,
    @Nullable Drug drug) {
  public ChargeEntry {
    modifiers = List.copyOf(modifiers);
    diagnoses = List.copyOf(diagnoses);
  }

  /// A service without a drug.
  public ChargeEntry(
      ProcedureCode procedure,
      List<Modifier> modifiers,
      BigDecimal units,
      List<Icd10Cm> diagnoses) {
    this(procedure, modifiers, units, diagnoses, null);
  }
}
