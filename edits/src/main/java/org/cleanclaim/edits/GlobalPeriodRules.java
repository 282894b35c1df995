package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.Supplier;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.edits.ncci.NcciLine;
import org.cleanclaim.edits.visit.VisitCodes;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// The global package of an operation (Medicare Claims Processing Manual, chapter 12, section
/// 40.1). Visits of the same provider, or of a physician of the same group and specialty, belong to
/// it from the day before a major operation until its last day, unless a modifier says what else
/// they were for; the days are those of the fee schedule that is installed. The other way round,
/// modifiers 24, 58, 78 and 79 want an earlier procedure; another surgeon of the group may have
/// billed it, so that is a warning.
final class GlobalPeriodRules implements AcrossClaims {
  /// Of a visit that is paid beside the package: unrelated, significant and separate, decision for
  /// surgery, critical care beyond the package; of procedures: staged, return, unrelated.
  private static final Set<String> PAID_BESIDE = Set.of("24", "25", "57", "58", "78", "79", "FT");

  /// The surgeon leaves the care afterwards to others.
  private static final String OPERATION_ALONE = "54";

  private final NavigableMap<LocalDate, Supplier<GlobalDays>> schedules;
  private final MedicareEdits weights;

  GlobalPeriodRules(CodeSets codeSets, MedicareEdits weights) {
    this.schedules = GlobalDays.installed(codeSets);
    this.weights = weights;
  }

  @Override
  public List<Finding> check(Claim claim, ScrubContext context) {
    if (claim.type() != ClaimType.PROFESSIONAL) return List.of();
    var findings = new ArrayList<Finding>();
    Weight weight = weights.pairsAndUnits(claim);
    for (ServiceLine line : claim.lines()) {
      earlierProcedure(claim, line, context, findings);
      if (weight == Weight.OFF) continue;
      Finding finding = visit(claim, line, context);
      if (finding != null) findings.add(weight.of(finding));
    }
    return findings;
  }

  @Override
  public boolean isConcerned(Claim claim, OtherServices others) {
    if (claim.type() != ClaimType.PROFESSIONAL) return false;
    for (ServiceLine line : claim.lines()) {
      LocalDate day = line.servedFrom();
      if (globalModifier(line) != null) return true;
      ProcedureCode procedure = line.procedure();
      if (procedure == null || !VisitCodes.isMeetingForAProblem(procedure.value(), day)) continue;
      var schedule = schedules.floorEntry(day);
      if (schedule == null) continue;
      GlobalDays days = schedule.getValue().get();
      for (OtherService other : around(day, others)) {
        if (days.of(other.line().code()) != null) return true;
      }
    }
    return false;
  }

  /// What may open a package that a visit of the day lies in.
  private static List<OtherService> around(LocalDate day, OtherServices others) {
    return others.between(day.minusDays(GlobalDays.LONGEST), day.plusDays(1));
  }

  private static void earlierProcedure(
      Claim claim, ServiceLine line, ScrubContext context, List<Finding> findings) {
    String modifier = globalModifier(line);
    if (modifier == null || hasEarlierProcedure(claim, line, context)) return;
    findings.add(
        Rule.GLOBAL_EARLIER.onLine(
            line.number(),
            "Modifier",
            "Modifier %s follows a procedure, and none of the %d days before is on file."
                .formatted(modifier, GlobalDays.LONGEST),
            "Look for the earlier procedure, or remove the modifier."));
  }

  private static @Nullable String globalModifier(ServiceLine line) {
    for (Modifier modifier : line.modifiers()) {
      switch (modifier.value()) {
        case "24", "58", "78", "79" -> {
          return modifier.value();
        }
        default -> {}
      }
    }
    return null;
  }

  private static boolean hasEarlierProcedure(Claim claim, ServiceLine line, ScrubContext context) {
    LocalDate day = line.servedFrom();
    LocalDate first = day.minusDays(GlobalDays.LONGEST);
    for (ServiceLine own : claim.lines()) {
      ProcedureCode procedure = own.procedure();
      boolean isBefore = !own.servedFrom().isAfter(day) && !own.servedFrom().isBefore(first);
      if (own.number() != line.number()
          && procedure != null
          && isBefore
          && ServiceKind.isSurgery(procedure)) {
        return true;
      }
    }
    return context.services().between(first, day).stream()
        .anyMatch(other -> ServiceKind.isSurgery(new ProcedureCode(other.line().code())));
  }

  private @Nullable Finding visit(Claim claim, ServiceLine line, ScrubContext context) {
    ProcedureCode procedure = line.procedure();
    LocalDate day = line.servedFrom();
    if (procedure == null || !VisitCodes.isMeetingForAProblem(procedure.value(), day)) return null;
    for (Modifier modifier : line.modifiers()) {
      if (PAID_BESIDE.contains(modifier.value())) return null;
    }
    var schedule = schedules.floorEntry(day);
    if (schedule == null) return null;
    GlobalDays days = schedule.getValue().get();
    Performer usual = Performer.of(claim);
    Performer by = Performer.of(claim, line, usual);
    for (ServiceLine own : claim.lines()) {
      if (own.procedure() == null || days.of(own.procedure().value()) == null) continue;
      Performer operator = Performer.of(claim, own, usual);
      if (!operator.equals(by) && !operator.isSameAs(by)) continue;
      NcciLine operation = OtherServices.line(own);
      if (holds(operation, day, days)) return finding(line, operation, days);
    }
    for (OtherService other : around(day, context.services())) {
      boolean isMeant =
          other.type() == claim.type()
              && other.payer().equals(claim.payer().id())
              && other.by().isSameAs(by);
      if (isMeant && holds(other.line(), day, days)) return finding(line, other.line(), days);
    }
    return null;
  }

  /// Whether a day lies in the global package of a procedure.
  private static boolean holds(NcciLine operation, LocalDate day, GlobalDays days) {
    Integer length = days.of(operation.code());
    if (length == null) return false;
    LocalDate first = operation.from().minusDays(length == GlobalDays.LONGEST ? 1 : 0);
    boolean isAfter = day.isAfter(operation.from());
    if (isAfter && operation.modifiers().contains(OPERATION_ALONE)) return false;
    return !day.isBefore(first) && !day.isAfter(operation.from().plusDays(length));
  }

  private static Finding finding(ServiceLine line, NcciLine operation, GlobalDays days) {
    boolean isAfter = line.servedFrom().isAfter(operation.from());
    return Rule.GLOBAL_VISIT.onLine(
        line.number(),
        "Modifier",
        "%s lies in the global period of %s on %s (%s days)."
            .formatted(
                line.procedure(), operation.code(), operation.from(), days.of(operation.code())),
        isAfter
            ? "Remove it, or add modifier 24 when the visit had nothing to do with the operation."
            : "Remove it, or add the modifier that the documentation supports: 57 when the"
                + " operation was decided in it (major ones), 25 when it was significant and"
                + " separate.");
  }
}
