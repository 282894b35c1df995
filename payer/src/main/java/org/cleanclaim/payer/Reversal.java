package org.cleanclaim.payer;

import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.ClaimPaymentStatus;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.jspecify.annotations.Nullable;

/// A payment taken back whole: the same claim with every amount negated (835, CLP02 `22`).
final class Reversal {
  private Reversal() {}

  static ClaimPayment of(ClaimPayment earlier) {
    return new ClaimPayment(
        earlier.claimControlNumber(),
        ClaimPaymentStatus.REVERSAL.code(),
        earlier.charged().negated(),
        earlier.paid().negated(),
        earlier.patientResponsibility().negated(),
        earlier.filingCode(),
        earlier.payerClaimControlNumber(),
        earlier.facilityCode(),
        earlier.frequencyCode(),
        earlier.drg(),
        earlier.drgWeight(),
        earlier.dischargeFraction(),
        earlier.parties(),
        earlier.contacts(),
        earlier.servedFrom(),
        earlier.servedThrough(),
        earlier.receivedOn(),
        negated(earlier.adjustments()),
        earlier.remarks(),
        earlier.services().stream().map(Reversal::of).toList(),
        earlier.particulars());
  }

  private static ServicePayment of(ServicePayment service) {
    return new ServicePayment(
        service.procedureQualifier(),
        service.procedure(),
        service.modifiers(),
        service.revenueCode(),
        service.submittedProcedure(),
        service.charged().negated(),
        service.paid().negated(),
        service.unitsPaid(),
        service.unitsSubmitted(),
        service.servedFrom(),
        service.servedThrough(),
        service.controlNumber(),
        negated(service.allowed()),
        negated(service.adjustments()),
        service.remarks(),
        service.particulars());
  }

  private static @Nullable Money negated(@Nullable Money amount) {
    return amount == null ? null : amount.negated();
  }

  private static List<Adjustment> negated(List<Adjustment> adjustments) {
    return adjustments.stream()
        .map(a -> new Adjustment(a.group(), a.reason(), a.amount().negated(), a.quantity()))
        .toList();
  }
}
