package org.cleanclaim.app.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.jspecify.annotations.Nullable;

/// A claim of the practice with its state.
///
/// @param snapshot the frozen copy of everything as billed
/// @param revision counts the snapshots; each fix before sending makes a new one
/// @param fileBy last day on which the payer takes it
/// @param correction how it corrects an earlier claim; null for one that corrects none
/// @param following null for a claim to the first payer
/// @param part counts the claims of one bill to one policy, from one
/// @param sources where its lines come from; empty when it bills its one visit whole
public record BilledClaim(
    ClaimId id,
    UUID publicId,
    String controlNumber,
    EncounterId encounterId,
    PatientId patientId,
    long payerId,
    long coverageId,
    ClaimStatus status,
    int revision,
    Claim snapshot,
    Money totalCharge,
    LocalDate servedFrom,
    @Nullable String payerClaimControlNumber,
    LocalDate fileBy,
    Instant createdAt,
    @Nullable Instant firstSentAt,
    @Nullable Instant adjudicatedAt,
    @Nullable Correction correction,
    @Nullable Following following,
    int part,
    List<ClaimSource> sources) {
  public BilledClaim {
    sources = List.copyOf(sources);
  }

  /// The place of a claim after that of another payer.
  ///
  /// @param earlier the claim to the payer before
  /// @param owed what the payers before left open
  /// @param isForwarded the payer before sent it on by itself, so that it is not sent by us
  /// @param isTakenBack the payer before has taken its decision back and decides anew: until then
  ///   the claim stays held, whatever a scrub finds
  public record Following(ClaimId earlier, Money owed, boolean isForwarded, boolean isTakenBack) {
    Following takenBack() {
      return new Following(earlier, owed, isForwarded, true);
    }

    Following decidedAnew() {
      return new Following(earlier, owed, isForwarded, false);
    }
  }

  /// Whether it waits for a new decision of the payer before.
  public boolean isTakenBackBefore() {
    return following != null && following.isTakenBack();
  }

  /// The claim after it was moved.
  BilledClaim withStatus(ClaimStatus moved) {
    return new BilledClaim(
        id,
        publicId,
        controlNumber,
        encounterId,
        patientId,
        payerId,
        coverageId,
        moved,
        revision,
        snapshot,
        totalCharge,
        servedFrom,
        payerClaimControlNumber,
        fileBy,
        createdAt,
        firstSentAt,
        adjudicatedAt,
        correction,
        following,
        part,
        sources);
  }

  /// What its payer can owe: the charge, less what the payers before settled.
  public Money owed() {
    return following == null ? totalCharge : following.owed();
  }

  /// The visits that it bills.
  public ClaimVisits visits() {
    return new ClaimVisits(encounterId, sources);
  }

  /// The visit of a line as billed; of the claim as a whole, its first.
  public EncounterId visitOf(@Nullable Integer line) {
    if (line == null) return encounterId;
    return snapshot.lines().stream()
        .filter(l -> l.number() == line)
        .findFirst()
        .map(l -> visits().of(l))
        .orElse(encounterId);
  }

  @Override
  public String toString() {
    return "BilledClaim[" + controlNumber + "]";
  }
}
