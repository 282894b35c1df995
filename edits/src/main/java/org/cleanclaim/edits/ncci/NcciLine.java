package org.cleanclaim.edits.ncci;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// A service as the initiative looks at it.
///
/// @param code HCPCS code
/// @param units billed, for all days together
/// @param from first day of service
/// @param through last day of service
public record NcciLine(
    String code, List<String> modifiers, BigDecimal units, LocalDate from, LocalDate through) {
  public NcciLine {
    modifiers = List.copyOf(modifiers);
  }
}
