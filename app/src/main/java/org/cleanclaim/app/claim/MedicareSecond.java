package org.cleanclaim.app.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimCopy;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.cleanclaim.kernel.claim.LineAdjudication;
import org.cleanclaim.kernel.claim.MedicareSecondReason;
import org.cleanclaim.kernel.claim.OtherCoverage;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.particular.QualifiedDate;
import org.cleanclaim.kernel.remittance.Adjustment;

/// Why Medicare pays second, as a hospital's bill says it: by a value code with what was paid
/// before Medicare. SBR05 says it on professional claims only; 005010X223A2 does not use it. Where
/// the payers before have refused the bill, Medicare is asked for a conditional payment: occurrence
/// code 24 says on which day. Sources: Medicare Secondary Payer Manual (CMS Pub. 100-05), chapter
/// 3, section 40, and chapter 5, section 50.
final class MedicareSecond {
  private static final String INSURANCE_DENIED = "24";
  private static final String DECIDED_ON = "573";

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
    var refusedOn = refusedOn(claim);
    if (refusedOn.isPresent() && takesConditionally(reason) && !saysRefusal(codes)) {
      codes.add(
          new InformationCode(
              Kind.OCCURRENCE,
              Kind.OCCURRENCE.list(),
              INSURANCE_DENIED,
              refusedOn.get(),
              null,
              null,
              null));
    }
    return copy.informationCodes(codes).copy();
  }

  // What Veterans Affairs and other federal agencies refuse goes to Medicare as to the first payer.
  private static boolean takesConditionally(String reason) {
    return !reason.equals(MedicareSecondReason.FEDERAL_AGENCY.code())
        && !reason.equals(MedicareSecondReason.VETERANS.code());
  }

  private static boolean saysRefusal(List<InformationCode> codes) {
    return codes.stream()
        .anyMatch(c -> c.kind() == Kind.OCCURRENCE && c.code().equals(INSURANCE_DENIED));
  }

  /// The day of the latest decision before Medicare where all of them refused the bill: nothing was
  /// paid and nothing is the patient's share of what was allowed.
  private static Optional<LocalDate> refusedOn(Claim claim) {
    if (!paidBefore(claim).isZero()) return Optional.empty();
    var adjustments = new ArrayList<Adjustment>();
    var days = new ArrayList<LocalDate>();
    for (OtherCoverage other : claim.otherCoverages()) {
      adjustments.addAll(other.adjustments());
      for (QualifiedDate day : other.particulars().dates()) {
        if (day.qualifier().equals(DECIDED_ON) && day.from() != null) days.add(day.from());
      }
    }
    for (ServiceLine line : claim.lines()) {
      for (LineAdjudication one : line.priorAdjudications()) {
        adjustments.addAll(one.adjustments());
        if (one.adjudicatedOn() != null) days.add(one.adjudicatedOn());
      }
    }
    if (adjustments.stream().anyMatch(Adjustment::leavesCostShare)) return Optional.empty();
    return days.stream().max(Comparator.naturalOrder());
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
