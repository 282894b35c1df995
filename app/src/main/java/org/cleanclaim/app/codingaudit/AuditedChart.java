package org.cleanclaim.app.codingaudit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A chart of a sample: the coding as it was frozen when the sample was drawn, the auditor's, and
/// where they differ.
///
/// @param accountNumber of the patient
/// @param coder who made the chart final
/// @param chartVersion the chart's version that is audited, whatever became of it since
/// @param audited the auditor's coding, null while it waits
/// @param differences none while it waits
public record AuditedChart(
    long id,
    UUID publicId,
    long auditId,
    String auditName,
    AuditPlan.Mode mode,
    EncounterId encounterId,
    String visitNumber,
    String accountNumber,
    String setting,
    @Nullable String payer,
    Money charge,
    String coder,
    Instant finalizedAt,
    int chartVersion,
    CodedVisit coded,
    Status status,
    @Nullable String auditor,
    @Nullable CodedVisit audited,
    @Nullable Instant releasedAt,
    List<AuditDifference> differences) {
  public AuditedChart {
    differences = List.copyOf(differences);
  }

  /// Where an audited chart stands.
  public enum Status {
    /// Nobody has audited it yet.
    WAITING,
    /// Compared; the auditor writes the reasons.
    COMPARED,
    /// The coder is to answer.
    WITH_CODER,
    /// Something was rebutted; the auditor decides.
    TO_DECIDE,
    /// Done; its accuracy counts.
    CLOSED
  }

  /// Whether the coding is hidden from whoever is to code it a second time.
  public boolean isBlind() {
    return mode == AuditPlan.Mode.BLIND && status == Status.WAITING;
  }

  /// Whether it is in front of the coder, or has been.
  public boolean isReleased() {
    return releasedAt != null;
  }

  /// What it comes to as decided so far; nothing while it waits.
  public Tally tally(Element element) {
    if (audited == null) return Tally.NONE;
    Tally tally = Tally.NONE;
    for (var agreement : Comparison.of(coded, audited).agreements()) {
      if (agreement.element() == element) tally = tally.plus(new Tally(agreement.count(), 0, 0));
    }
    for (AuditDifference difference : differences) {
      if (difference.mark().element() == element) tally = tally.plus(difference.tally());
    }
    return tally;
  }

  /// All elements together.
  public Tally tally() {
    Tally tally = Tally.NONE;
    for (Element element : Element.values()) tally = tally.plus(tally(element));
    return tally;
  }

  @Override
  public String toString() {
    return "AuditedChart[" + visitNumber + "]";
  }
}
