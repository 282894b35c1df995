package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.code.ProcedureCode;

/// The coverage policies of one payer, found by procedure and day.
public final class CoveragePolicies {
  /// No policy is known.
  public static final CoveragePolicies NONE = new CoveragePolicies(Map.of());

  private final Map<ProcedureCode, List<CoveragePolicy>> byProcedure;

  private CoveragePolicies(Map<ProcedureCode, List<CoveragePolicy>> byProcedure) {
    this.byProcedure = byProcedure;
  }

  /// These policies.
  public static CoveragePolicies of(List<CoveragePolicy> policies) {
    var byProcedure = new HashMap<ProcedureCode, List<CoveragePolicy>>();
    for (CoveragePolicy policy : policies) {
      for (ProcedureCode procedure : policy.procedures()) {
        byProcedure.computeIfAbsent(procedure, p -> new ArrayList<>()).add(policy);
      }
    }
    return new CoveragePolicies(Map.copyOf(byProcedure));
  }

  boolean isEmpty() {
    return byProcedure.isEmpty();
  }

  /// Those that limit a procedure on a day.
  List<CoveragePolicy> of(ProcedureCode procedure, LocalDate day) {
    List<CoveragePolicy> all = byProcedure.get(procedure);
    if (all == null) return List.of();
    var inForce = new ArrayList<CoveragePolicy>(all.size());
    for (CoveragePolicy policy : all) {
      if (policy.period().contains(day)) inForce.add(policy);
    }
    return inForce;
  }
}
