package org.cleanclaim.kernel.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// One service line in a status question or answer (loops 2210, 2220).
///
/// @param procedureQualifier SVC01-1: HC, NU, AD, N4 ...
/// @param modifiers as sent
/// @param paid in answers only
/// @param controlNumber our number of the line (REF FJ)
/// @param statuses in answers only
public record StatusLine(
    String procedureQualifier,
    String procedure,
    List<String> modifiers,
    Money charge,
    @Nullable Money paid,
    @Nullable String revenueCode,
    @Nullable BigDecimal units,
    @Nullable String controlNumber,
    @Nullable LocalDate servedFrom,
    @Nullable LocalDate servedThrough,
    List<ClaimStatus.Statement> statuses) {
  public StatusLine {
    modifiers = List.copyOf(modifiers);
    statuses = List.copyOf(statuses);
  }
}
