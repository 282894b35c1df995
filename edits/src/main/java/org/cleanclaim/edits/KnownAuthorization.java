package org.cleanclaim.edits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// A payer's leave to give services, as the practice holds it (278 answer, letter or portal).
///
/// @param procedures codes it names; empty when it names none and so covers all
/// @param from first day of service it covers
/// @param through last day of service; null when it names none
/// @param unitsLeft units not yet used by earlier claims; null when it does not count them
public record KnownAuthorization(
    String number,
    Set<ProcedureCode> procedures,
    LocalDate from,
    @Nullable LocalDate through,
    @Nullable BigDecimal unitsLeft) {
  public KnownAuthorization {
    procedures = Set.copyOf(procedures);
  }

  boolean covers(ProcedureCode procedure) {
    return procedures.isEmpty() || procedures.contains(procedure);
  }

  boolean isUsedUp() {
    return unitsLeft != null && unitsLeft.signum() <= 0;
  }

  boolean covers(LocalDate first, LocalDate last) {
    return !first.isBefore(from) && (through == null || !last.isAfter(through));
  }
}
