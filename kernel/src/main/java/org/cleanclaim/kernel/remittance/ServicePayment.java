package org.cleanclaim.kernel.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.particular.Particulars;
import org.jspecify.annotations.Nullable;

/// What the payer decided on one service (loop 2110).
///
/// @param procedureQualifier HC, NU, AD, N4 ... (SVC01-1)
/// @param procedure the code that was paid, as sent: payers send codes that are on no list
/// @param revenueCode SVC04
/// @param submittedProcedure the code that was billed, when the payer changed it (SVC06)
/// @param unitsPaid SVC05; 1 when absent
/// @param controlNumber our line number (REF 6R)
/// @param allowed AMT B6, when sent
/// @param remarks remark codes, as sent (LQ HE)
public record ServicePayment(
    String procedureQualifier,
    String procedure,
    List<Modifier> modifiers,
    @Nullable String revenueCode,
    @Nullable String submittedProcedure,
    Money charged,
    Money paid,
    BigDecimal unitsPaid,
    @Nullable BigDecimal unitsSubmitted,
    @Nullable LocalDate servedFrom,
    @Nullable LocalDate servedThrough,
    @Nullable String controlNumber,
    @Nullable Money allowed,
    List<Adjustment> adjustments,
    List<String> remarks,
    Particulars particulars) {
  public ServicePayment {
    modifiers = List.copyOf(modifiers);
    adjustments = List.copyOf(adjustments);
    remarks = List.copyOf(remarks);
  }

  /// The department that the service was billed by: SVC04, or SVC01-2 where a revenue code stands
  /// there by itself (qualifier NU).
  public @Nullable String department() {
    return procedureQualifier.equals("NU") ? procedure : revenueCode;
  }
}
