package org.cleanclaim.app.charge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Drug;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// One line of a hospital's bill.
///
/// @param revenueCode department, four digits
/// @param procedure null where the department alone is billed, such as room and board
/// @param units days for room and board, else units
/// @param amount the line's whole charge
/// @param drug what was given, from its package; null for a line without one
public record FacilityCharge(
    int line,
    String revenueCode,
    @Nullable ProcedureCode procedure,
    List<Modifier> modifiers,
    BigDecimal units,
    Money amount,
    LocalDate servedFrom,
    LocalDate servedThrough,
    @Nullable Drug drug) {
  public FacilityCharge {
    modifiers = List.copyOf(modifiers);
  }

  /// The same in another place of the bill.
  public FacilityCharge onLine(int number) {
    return new FacilityCharge(
        number, revenueCode, procedure, modifiers, units, amount, servedFrom, servedThrough, drug);
  }

  /// Room and board are counted by days (revenue codes 010x to 021x).
  public boolean isByDay() {
    return revenueCode.matches("0(1\\d|2[01])\\d");
  }
}
