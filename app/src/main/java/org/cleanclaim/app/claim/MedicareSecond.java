package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.Objects;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimCopy;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.cleanclaim.kernel.claim.MedicareSecondReason;
import org.cleanclaim.kernel.claim.OtherCoverage;

/// Why Medicare pays second, as a hospital's bill says it: by a value code with what was paid
/// before Medicare. SBR05 says it on professional claims only; 005010X223A2 does not use it.
/// Source: Medicare Secondary Payer Manual, chapter 3, section 40.
final class MedicareSecond {
  private MedicareSecond() {}

  /// The claim as its kind says it.
  ///
  /// @param claim with the reason in SBR05 of each policy of Medicare
  static Claim said(Claim claim) {
    if (claim.type() != ClaimType.INSTITUTIONAL) return claim;
    var others = claim.otherCoverages().stream().map(MedicareSecond::unsaid).toList();
    var copy =
        ClaimCopy.of(claim)
            .subscriber(claim.subscriber().withInsuranceType(null))
            .otherCoverages(others);
    String reason = claim.subscriber().insuranceType();
    if (reason == null) return copy.copy();
    var codes = new ArrayList<InformationCode>();
    for (InformationCode code : claim.informationCodes()) {
      if (!isReason(code)) codes.add(code);
    }
    codes.add(
        new InformationCode(
            Kind.VALUE, Kind.VALUE.list(), reason, null, null, paidBefore(claim), null));
    return copy.informationCodes(codes).copy();
  }

  private static boolean isReason(InformationCode code) {
    return code.kind() == Kind.VALUE && MedicareSecondReason.ofCode(code.code()).isPresent();
  }

  private static Money paidBefore(Claim claim) {
    return Money.sum(
        claim.otherCoverages().stream().map(OtherCoverage::paid).filter(Objects::nonNull).toList());
  }

  private static OtherCoverage unsaid(OtherCoverage other) {
    return new OtherCoverage(
        other.subscriber().withInsuranceType(null),
        other.relationship(),
        other.payer(),
        other.paid(),
        other.patientOwes(),
        other.payerClaimControlNumber(),
        other.adjustments(),
        other.assignsBenefits(),
        other.releaseOfInformation(),
        other.remarks(),
        other.providers(),
        other.particulars(),
        other.signatureSource());
  }
}
