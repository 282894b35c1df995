package org.cleanclaim.payer;

import java.math.BigDecimal;
import java.util.List;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.particular.QualifiedQuantity;
import org.cleanclaim.kernel.remittance.ClaimPayment;

/// What a payer adds to the decision on a hospital's bill: the facility (CLP08), the DRG that the
/// claim states (CLP11) and, for an admitted patient, the days that it covered (MIA01).
final class StayPayment {
  private static final String COVERED_DAYS = "MIA01";

  private StayPayment() {}

  static ClaimPayment of(Claim claim, ClaimPayment payment) {
    if (claim.type() != ClaimType.INSTITUTIONAL) return payment;
    String billType = claim.billType();
    return new ClaimPayment(
        payment.claimControlNumber(),
        payment.statusCode(),
        payment.charged(),
        payment.paid(),
        payment.patientResponsibility(),
        payment.filingCode(),
        payment.payerClaimControlNumber(),
        billType == null ? payment.facilityCode() : billType,
        payment.frequencyCode(),
        claim.informationCodes(InformationCode.Kind.DRG).stream()
            .findFirst()
            .map(InformationCode::code)
            .orElse(null),
        null,
        null,
        payment.parties(),
        payment.contacts(),
        payment.servedFrom(),
        payment.servedThrough(),
        payment.receivedOn(),
        payment.adjustments(),
        payment.remarks(),
        payment.services(),
        claim.admittedOn() == null ? payment.particulars() : coveredDays(claim));
  }

  private static Particulars coveredDays(Claim claim) {
    BigDecimal days =
        claim.lines().stream()
            .filter(StayPayment::isRoom)
            .map(ServiceLine::unitsBilled)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Particulars(
        List.of(),
        List.of(),
        List.of(),
        List.of(new QualifiedQuantity(COVERED_DAYS, days, null, null)),
        List.of(),
        List.of(),
        List.of());
  }

  // Revenue codes of room and board (UB-04, 010x to 021x) count days.
  private static boolean isRoom(ServiceLine line) {
    return line.revenueCode() != null && line.revenueCode().matches("0(1\\d|2[01])\\d");
  }
}
