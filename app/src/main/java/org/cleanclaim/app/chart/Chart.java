package org.cleanclaim.app.chart;

import java.time.Instant;
import java.util.List;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;

/// The coding of one encounter.
///
/// @param revision moves on with every change; a screen names the one that it shows
/// @param suggestions what the engine proposed, with the coder's decisions
/// @param codes the codes so far, first-listed first; final when the status says so
/// @param services what the record says was given or done, and the level of the visit
/// @param withoutCandidate operations that the record of a stay names and for which the engine
///   found no code of ICD-10-PCS
public record Chart(
    long id,
    EncounterId encounterId,
    long revision,
    Status status,
    @Nullable String coder,
    @Nullable Instant finalizedAt,
    List<SuggestedCode> suggestions,
    List<ChartCode> codes,
    List<ChartService> services,
    List<Evidence> withoutCandidate) {
  public Chart {
    suggestions = List.copyOf(suggestions);
    codes = List.copyOf(codes);
    services = List.copyOf(services);
    withoutCandidate = List.copyOf(withoutCandidate);
  }

  /// The operations without a candidate that no procedure of the chart rests on yet.
  public List<Evidence> toLookUp() {
    return withoutCandidate.stream()
        .filter(words ->
            codes.stream()
                .filter(code -> code.system() == CodeSystem.ICD10PCS)
                .flatMap(code -> code.evidence().stream())
                .noneMatch(words::overlaps))
        .toList();
  }

  /// Where the chart stands in the coder's queue.
  public enum Status {
    UNASSIGNED,
    IN_PROGRESS,
    PENDING,
    FINAL_CODED,
    REOPENED
  }

  /// What was said to a suggestion.
  public enum Decision {
    /// The coder has taken it over.
    ACCEPTED,
    /// The coder has not.
    REJECTED,
    /// A later document or code leaves no room for it; a coder may take it over all the same.
    WITHDRAWN
  }

  /// A suggestion of the engine.
  ///
  /// @param path the rule path in words, from the phrase to the code
  /// @param missingDetail what documentation would make the code more specific
  /// @param decision null while nobody has decided
  public record SuggestedCode(
      long id,
      CodeSystem system,
      String code,
      String title,
      int confidencePercent,
      List<Evidence> evidence,
      List<String> path,
      List<String> missingDetail,
      @Nullable Decision decision,
      @Nullable String reason) {
    static final int PROCEDURE_LENGTH = 7;

    /// Whether it is a whole code; a procedure of ICD-10-PCS may stop where the record does.
    public boolean isComplete() {
      return system != CodeSystem.ICD10PCS || code.length() == PROCEDURE_LENGTH;
    }
  }

  /// A code of the chart, with the words that support it or the reason for which it stands without
  /// them.
  ///
  /// @param presentOnAdmission Y, N, U or W of an inpatient's diagnosis; null where none is given
  public record ChartCode(
      int position,
      CodeSystem system,
      String code,
      String title,
      List<Evidence> evidence,
      @Nullable String reason,
      String addedBy,
      @Nullable String presentOnAdmission) {}
}
