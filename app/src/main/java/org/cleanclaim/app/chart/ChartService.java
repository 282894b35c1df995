package org.cleanclaim.app.chart;

import java.util.List;
import org.cleanclaim.app.chart.Chart.Decision;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// A service or supply that the record says was given or done, or the level of the visit, for the
/// coder's decision.
///
/// @param units to be billed
/// @param path the steps that led to the code, in words
/// @param hints what goes with it by the same record
/// @param decision null while nobody has decided
/// @param reason for which it was rejected
public record ChartService(
    long id,
    Kind kind,
    ProcedureCode code,
    String title,
    int units,
    int confidencePercent,
    List<Evidence> evidence,
    List<String> path,
    List<String> hints,
    @Nullable Decision decision,
    @Nullable String reason) {
  public ChartService {
    evidence = List.copyOf(evidence);
    path = List.copyOf(path);
    hints = List.copyOf(hints);
  }

  /// What it is.
  public enum Kind {
    /// A drug, vaccine, supply or other service of HCPCS Level II.
    SERVICE,
    /// The level of the visit by the documented elements.
    VISIT_LEVEL
  }

  /// Whether the coder has taken it over.
  public boolean isAccepted() {
    return decision == Decision.ACCEPTED;
  }
}
