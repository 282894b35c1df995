package org.cleanclaim.app.denial;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cleanclaim.app.deadline.AppealLevel;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.jspecify.annotations.Nullable;

/// All that decides which actions a case allows.
///
/// @param closedPairs pairs of codes of the claim that no modifier sets aside, with this line in
///   them: `99213 / 36415`
/// @param paidElsewhere claim on which the same service was paid, null when none was
/// @param nextLevel the level of appeal that is open, null when all are used
/// @param appealBy last day for it, null when no clock runs
/// @param appealPending whether the payer has an appeal to decide
/// @param correctionRefusal why the claim cannot be corrected, null when it can
/// @param correctBy last day for a corrected claim, null when the payer names none
/// @param otherCoverages plans of the patient on the day of service beside the billed one
/// @param evidence what is on hand
public record DenialFacts(
    AdjustmentGroup group,
    String reason,
    List<String> remarks,
    String cause,
    Money amount,
    FilingIndicator filing,
    List<String> closedPairs,
    @Nullable String paidElsewhere,
    @Nullable AppealLevel nextLevel,
    @Nullable LocalDate appealBy,
    boolean appealPending,
    @Nullable String correctionRefusal,
    @Nullable LocalDate correctBy,
    List<String> otherCoverages,
    Set<EvidenceKind> evidence,
    LocalDate today) {
  public DenialFacts {
    remarks = List.copyOf(remarks);
    closedPairs = List.copyOf(closedPairs);
    otherCoverages = List.copyOf(otherCoverages);
    evidence = Set.copyOf(evidence);
  }
}
