package org.cleanclaim.app.underpayment;

import org.cleanclaim.app.access.EventWork;
import org.cleanclaim.app.remittance.PaymentUnmatched;
import org.cleanclaim.app.remittance.RemittancePosted;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Compares each posted remittance with the payer's contract.
@Component
class CompareOnRemittance {
  private final Underpayments underpayments;
  private final EventWork work;

  CompareOnRemittance(Underpayments underpayments, EventWork work) {
    this.underpayments = underpayments;
    this.work = work;
  }

  @TransactionalEventListener
  void on(PaymentUnmatched event) {
    work.run(
        event.organizationId(),
        "contract desk",
        () -> underpayments.unmatched(event.claimPaymentId(), event.claimId()));
  }

  @TransactionalEventListener
  void on(RemittancePosted event) {
    work.run(
        event.organizationId(), "contract desk", () -> underpayments.compare(event.remittanceId()));
  }
}
