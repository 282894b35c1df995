package org.cleanclaim.app.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// A charge that is to be billed, of a practice or a hospital.
///
/// @param chargeLine the line of the visit's charges
/// @param procedure null where a hospital's department alone is billed
record BillableLine(
    Encounter visit,
    int chargeLine,
    LocalDate servedOn,
    @Nullable ProcedureCode procedure,
    BigDecimal units,
    Money amount) {}
