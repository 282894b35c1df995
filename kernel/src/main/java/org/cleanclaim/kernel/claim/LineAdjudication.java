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
public record LineAdjudication(
    PayerId payer,
    Money paid,
    @Nullable ProcedureCode procedure,
    List<Modifier> modifiers,
    BigDecimal unitsPaid,
    List<Adjustment> adjustments,
    @Nullable LocalDate adjudicatedOn,
    @Nullable Money patientOwes) {
  public LineAdjudication {
    modifiers = List.copyOf(modifiers);
    adjustments = List.copyOf(adjustments);
  }
}
