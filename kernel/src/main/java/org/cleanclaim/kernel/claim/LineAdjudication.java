package org.cleanclaim.kernel.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.jspecify.annotations.Nullable;

/// What an earlier payer decided on one line (loop 2430).
///
/// @param procedure that was paid; null for the line's own
/// @param revenueCode the department that was paid (SVD04), told on institutional claims; null for
///   the line's own
public record LineAdjudication(
    PayerId payer,
    Money paid,
    @Nullable ProcedureCode procedure,
    List<Modifier> modifiers,
    @Nullable String revenueCode,
    BigDecimal unitsPaid,
    List<Adjustment> adjustments,
    @Nullable LocalDate adjudicatedOn,
    @Nullable Money patientOwes) {
  public LineAdjudication {
    modifiers = List.copyOf(modifiers);
    adjustments = List.copyOf(adjustments);
  }
}
