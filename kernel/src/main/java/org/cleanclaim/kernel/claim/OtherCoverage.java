package org.cleanclaim.kernel.claim;

import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.jspecify.annotations.Nullable;

/// Another payer of the same claim and, once it has paid, what it did (loops 2320, 2330).
///
/// @param signatureSource OI04: P when the provider signed for the patient
public record OtherCoverage(
    Subscriber subscriber,
    Relationship relationship,
    ClaimPayer payer,
    @Nullable Money paid,
    @Nullable Money patientOwes,
    @Nullable String payerClaimControlNumber,
    List<Adjustment> adjustments,
    boolean assignsBenefits,
    String releaseOfInformation,
    List<String> remarks,
    List<Provider> providers,
    Particulars particulars,
    @Nullable String signatureSource) {
  public OtherCoverage {
    adjustments = List.copyOf(adjustments);
    remarks = List.copyOf(remarks);
    providers = List.copyOf(providers);
  }

  /// A coverage whose signature the patient gave.
  public OtherCoverage(
      Subscriber subscriber,
      Relationship relationship,
      ClaimPayer payer,
      @Nullable Money paid,
      @Nullable Money patientOwes,
      @Nullable String payerClaimControlNumber,
      List<Adjustment> adjustments,
      boolean assignsBenefits,
      String releaseOfInformation,
      List<String> remarks,
      List<Provider> providers,
      Particulars particulars) {
    this(
        subscriber,
        relationship,
        payer,
        paid,
        patientOwes,
        payerClaimControlNumber,
        adjustments,
        assignsBenefits,
        releaseOfInformation,
        remarks,
        providers,
        particulars,
        null);
  }
}
