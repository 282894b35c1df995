package org.cleanclaim.app.statement;

import org.cleanclaim.app.access.EventWork;
import org.cleanclaim.app.remittance.RemittancePosted;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Applies what a patient has paid ahead as soon as a remittance leaves something to them.
@Component
class ApplyCashOnRemittance {
  private final PatientPayments payments;
  private final EventWork work;

  ApplyCashOnRemittance(PatientPayments payments, EventWork work) {
    this.payments = payments;
    this.work = work;
  }

  @TransactionalEventListener
  void on(RemittancePosted event) {
    work.run(
        event.organizationId(), "patient billing", () -> payments.applyAfter(event.remittanceId()));
  }
}
