package org.cleanclaim.kernel.acknowledgment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.particular.Particulars;
import org.jspecify.annotations.Nullable;

/// 277CA for one line of a claim (loop 2220D).
///
/// @param procedure list, code and modifiers as sent (SVC01)
/// @param revenueCode SVC04
/// @param units SVC07
/// @param controlNumber our number of the line (REF FJ)
public record LineAcknowledgment(
    List<String> procedure,
    @Nullable Money charge,
    @Nullable String revenueCode,
    @Nullable BigDecimal units,
    List<AcknowledgmentStatement> statements,
    @Nullable String controlNumber,
    @Nullable LocalDate servedFrom,
    @Nullable LocalDate servedThrough,
    Particulars particulars) {
  public LineAcknowledgment {
    procedure = List.copyOf(procedure);
    statements = List.copyOf(statements);
  }
}
