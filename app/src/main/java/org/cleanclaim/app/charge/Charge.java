package org.cleanclaim.app.charge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Drug;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// One line of a visit's charges.
///
/// @param revision 1 for the first capture; a corrected charge has the next revision and replaces
///   it
/// @param diagnoses the diagnoses it was done for, most important first
/// @param drug what was given, from its package; null for a service without one
/// @param capturedBy user name of who captured or last corrected it
public record Charge(
    long id,
    EncounterId encounterId,
    int line,
    int revision,
    ProcedureCode procedure,
    List<Modifier> modifiers,
    BigDecimal units,
    Money unitPrice,
    Money amount,
    List<Icd10Cm> diagnoses,
    LocalDate servedOn,
    @Nullable Drug drug,
    String capturedBy) {
  public Charge {
    modifiers = List.copyOf(modifiers);
    diagnoses = List.copyOf(diagnoses);
  }
}
