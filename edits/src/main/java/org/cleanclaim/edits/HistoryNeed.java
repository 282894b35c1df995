package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.cleanclaim.edits.visit.VisitCodes;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;

/// Which of a patient's other claims the rules may ask about, so that no more has to be loaded: the
/// days of the claim for pairs, units, add-ons and duplicates; the longest global period before a
/// visit or a modifier of that period, and the day after; and the window of a coverage policy that
/// limits how often, for claims with its codes alone.
///
/// @param from the first day of service that counts
/// @param through the last one
/// @param limitedFrom the first day that counts for the codes of limited frequency
/// @param limited codes whose frequency a policy limits over more days than those above
public record HistoryNeed(
    LocalDate from, LocalDate through, LocalDate limitedFrom, Set<ProcedureCode> limited) {
  private static final Set<String> OF_GLOBAL_PERIOD = Set.of("24", "58", "78", "79");

  public HistoryNeed {
    limited = Set.copyOf(limited);
  }

  /// What the rules need around a claim.
  ///
  /// @param asOf stands for the days of a claim that has no lines
  public static HistoryNeed of(Claim claim, CoveragePolicies policies, LocalDate asOf) {
    LocalDate first = claim.servedFrom().orElse(asOf);
    LocalDate last = claim.servedThrough().orElse(asOf);
    LocalDate from = first;
    for (ServiceLine line : claim.lines()) {
      LocalDate day = line.servedFrom();
      if (asksForOperations(line)) from = earlier(from, day.minusDays(GlobalDays.LONGEST));
      if (day.isAfter(last)) last = day;
    }
    LocalDate limitedFrom = from;
    var limited = new TreeSet<ProcedureCode>();
    for (ServiceLine line : claim.lines()) {
      ProcedureCode procedure = line.procedure();
      if (procedure == null) continue;
      for (CoveragePolicy policy : policies.of(procedure, line.servedFrom())) {
        var frequency = policy.frequency();
        if (frequency == null) continue;
        LocalDate window = frequency.windowFrom(line.servedFrom());
        if (!window.isBefore(from)) continue;
        limitedFrom = earlier(limitedFrom, window);
        limited.addAll(policy.procedures());
      }
    }
    return new HistoryNeed(from, last.plusDays(1), limitedFrom, limited);
  }

  private static boolean asksForOperations(ServiceLine line) {
    for (Modifier modifier : line.modifiers()) {
      if (OF_GLOBAL_PERIOD.contains(modifier.value())) return true;
    }
    ProcedureCode procedure = line.procedure();
    return procedure != null
        && VisitCodes.isMeetingForAProblem(procedure.value(), line.servedFrom());
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  /// Whether a claim of the patient is needed.
  public boolean holds(Claim other) {
    for (ServiceLine line : other.lines()) {
      LocalDate day = line.servedFrom();
      if (day.isAfter(through)) continue;
      if (!day.isBefore(from)) return true;
      if (!day.isBefore(limitedFrom) && limited.contains(line.procedure())) return true;
    }
    return false;
  }
}
