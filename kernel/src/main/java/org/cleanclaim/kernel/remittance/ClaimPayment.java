package org.cleanclaim.kernel.remittance;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.PartyName;
import org.jspecify.annotations.Nullable;

/// What the payer decided on one claim (loop 2100).
///
/// @param claimControlNumber CLP01 as sent: our number if the payer returned it
/// @param statusCode CLP02 as sent; [#status] knows the ordinary ones
/// @param filingCode CLP06 as sent
/// @param payerClaimControlNumber CLP07
/// @param memberId the member id as sent (NM109 of QC or IL)
/// @param crossoverPayer name of the payer that the claim was forwarded to (NM1*TT)
/// @param remarks claim-level remark codes (MIA, MOA)
public record ClaimPayment(
    String claimControlNumber,
    String statusCode,
    Money charged,
    Money paid,
    Money patientResponsibility,
    @Nullable String filingCode,
    @Nullable String payerClaimControlNumber,
    @Nullable String facilityCode,
    @Nullable String frequencyCode,
    @Nullable PartyName patient,
    @Nullable String memberId,
    @Nullable String renderingProviderId,
    @Nullable String crossoverPayer,
    @Nullable LocalDate servedFrom,
    @Nullable LocalDate servedThrough,
    @Nullable LocalDate receivedOn,
    List<Adjustment> adjustments,
    List<String> remarks,
    List<ServicePayment> services,
    Particulars particulars) {
  public ClaimPayment {
    adjustments = List.copyOf(adjustments);
    remarks = List.copyOf(remarks);
    services = List.copyOf(services);
  }

  /// The status when it is one of the published codes.
  public @Nullable ClaimPaymentStatus status() {
    return ClaimPaymentStatus.ofCode(statusCode).orElse(null);
  }

  public boolean isReversal() {
    return status() == ClaimPaymentStatus.REVERSAL;
  }

  @Override
  public String toString() {
    return "ClaimPayment[" + claimControlNumber + "]";
  }
}
