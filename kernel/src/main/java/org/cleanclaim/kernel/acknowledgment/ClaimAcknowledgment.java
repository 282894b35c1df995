package org.cleanclaim.kernel.acknowledgment;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// 277CA for one claim: accepted for adjudication or rejected before it. A rejection is never a
/// denial.
///
/// @param claimControlNumber our number (TRN02 of the claim level)
/// @param accepted STC03 is WQ; U rejects
/// @param statuses category, status and entity codes (STC01, STC10, STC11)
/// @param payerClaimControlNumber the payer's number (REF 1K), when accepted
/// @param message free text (STC12)
public record ClaimAcknowledgment(
    String claimControlNumber,
    boolean accepted,
    List<Status> statuses,
    @Nullable Money totalCharge,
    @Nullable LocalDate effectiveOn,
    @Nullable String payerClaimControlNumber,
    @Nullable LocalDate servedFrom,
    @Nullable String message,
    @Nullable String payerName) {
  public ClaimAcknowledgment {
    statuses = List.copyOf(statuses);
  }

  /// @param category A1 received, A2 accepted, A3 returned, A6 to A8 rejected for missing or
  ///   invalid data
  /// @param status what is meant (external code list 508)
  /// @param entity whose data it is about (85 billing provider, IL subscriber, QC patient ...)
  public record Status(String category, String status, @Nullable String entity) {}
}
