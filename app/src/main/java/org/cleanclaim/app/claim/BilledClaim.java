package org.cleanclaim.app.claim;

import java.time.Instant;
import java.time.LocalDate;
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
    @Nullable Correction correction) {
  @Override
  public String toString() {
    return "BilledClaim[" + controlNumber + "]";
  }
}
