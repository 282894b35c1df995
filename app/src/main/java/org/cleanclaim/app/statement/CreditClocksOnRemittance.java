package org.cleanclaim.app.statement;

import org.cleanclaim.app.access.EventWork;
import org.cleanclaim.app.remittance.PaymentDisowned;
import org.cleanclaim.app.remittance.PaymentUnmatched;
import org.cleanclaim.app.remittance.RemittancePosted;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Starts the clocks of credits as soon as a remittance leaves one, or a payment turns out to be
/// somebody else's.
@Component
class CreditClocksOnRemittance {
  private final CreditClocks clocks;
  private final EventWork work;

  CreditClocksOnRemittance(CreditClocks clocks, EventWork work) {
    this.clocks = clocks;
    this.work = work;
  }

  @TransactionalEventListener
  void on(RemittancePosted event) {
    work.run(event.organizationId(), "credits", () -> clocks.look(event.remittanceId()));
  }

  @TransactionalEventListener
  void on(PaymentUnmatched event) {
    work.run(event.organizationId(), "credits", () -> clocks.lookAtClaim(event.claimId()));
  }

  @TransactionalEventListener
  void on(PaymentDisowned event) {
    work.run(
        event.organizationId(), "credits", () -> clocks.lookAtMisdirected(event.exceptionId()));
  }
}
