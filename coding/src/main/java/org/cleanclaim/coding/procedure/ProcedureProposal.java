package org.cleanclaim.coding.procedure;

import java.util.List;
import org.cleanclaim.coding.Evidence;

/// Candidates for the procedures of a record.
///
/// @param unresolved lines that name an operation for which no candidate was found
public record ProcedureProposal(List<ProcedureCandidate> candidates, List<Evidence> unresolved) {
  /// Of a record without procedures.
  public static final ProcedureProposal NONE = new ProcedureProposal(List.of(), List.of());

  public ProcedureProposal {
    candidates = List.copyOf(candidates);
    unresolved = List.copyOf(unresolved);
  }
}
