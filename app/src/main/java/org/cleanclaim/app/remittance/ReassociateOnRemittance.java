package org.cleanclaim.app.remittance;

import org.cleanclaim.app.access.EventWork;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Looks, when a remittance was posted, whether the bank has shown its money already.
@Component
class ReassociateOnRemittance {
  private final BankDeposits deposits;
  private final EventWork work;

  ReassociateOnRemittance(BankDeposits deposits, EventWork work) {
    this.deposits = deposits;
    this.work = work;
  }

  @TransactionalEventListener
  void on(RemittancePosted event) {
    work.run(event.organizationId(), "bank desk", deposits::reassociate);
  }
}
