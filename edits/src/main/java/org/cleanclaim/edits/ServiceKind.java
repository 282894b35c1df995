package org.cleanclaim.edits;

import java.time.LocalDate;
import org.cleanclaim.edits.visit.VisitCodes;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// Which kind of service a procedure number belongs to, by the ranges of the HCPCS, and which
/// modifiers are made for which kind (Medicare Claims Processing Manual, chapter 12, sections 30.6,
/// 40.2 and 50).
final class ServiceKind {
  private ServiceKind() {}

  /// A visit of any kind, see [VisitCodes].
  static boolean isVisit(ProcedureCode procedure, LocalDate day) {
    return VisitCodes.isVisit(procedure.value(), day);
  }

  /// Numbers of anesthesia.
  static boolean isAnesthesia(ProcedureCode procedure) {
    return isNumber(procedure) && within(procedure.value(), "00100", "01999");
  }

  /// Numbers of operations.
  static boolean isSurgery(ProcedureCode procedure) {
    return isNumber(procedure) && within(procedure.value(), "10004", "69990");
  }

  /// What a modifier is for, when the procedure is not that; null when it fits or nobody can say.
  static @Nullable String misfit(String modifier, ProcedureCode procedure, LocalDate day) {
    return switch (modifier) {
      case "24", "57" -> isVisit(procedure, day) ? null : "a visit";
      case "58", "78", "79", "54", "62", "66", "80", "81", "82", "AS" ->
          isVisit(procedure, day) ? "a procedure" : null;
      case "P1", "P2", "P3", "P4", "P5", "P6", "AA", "AD", "QK", "QX", "QY", "QZ" ->
          isAnesthesia(procedure) ? null : "anesthesia";
      case "26", "TC" ->
          isVisit(procedure, day) || isAnesthesia(procedure) ? "a diagnostic service" : null;
      default -> null;
    };
  }

  private static boolean isNumber(ProcedureCode procedure) {
    return procedure.system() == CodeSystem.CPT && Character.isDigit(procedure.value().charAt(4));
  }

  private static boolean within(String value, String first, String last) {
    return value.compareTo(first) >= 0 && value.compareTo(last) <= 0;
  }
}
