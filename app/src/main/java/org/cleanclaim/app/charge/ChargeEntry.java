package org.cleanclaim.app.charge;

import java.math.BigDecimal;
import java.util.List;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;

/// What is entered for one line; the price comes from the fee schedule.
public record ChargeEntry(
    ProcedureCode procedure, List<Modifier> modifiers, BigDecimal units, List<Icd10Cm> diagnoses) {
  public ChargeEntry {
    modifiers = List.copyOf(modifiers);
    diagnoses = List.copyOf(diagnoses);
  }
}
