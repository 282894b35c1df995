package org.cleanclaim.app.remittance;

import org.cleanclaim.app.access.EventWork;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Bills the next payer as soon as one has decided.
@Component
class BillNextPayerOnRemittance {
  private final NextPayers nextPayers;
  private final EventWork work;

  BillNextPayerOnRemittance(NextPayers nextPayers, EventWork work) {
    this.nextPayers = nextPayers;
    this.work = work;
  }

  @TransactionalEventListener
  void on(RemittancePosted event) {
    work.run(event.organizationId(), "next payers", () -> nextPayers.bill(event.remittanceId()));
  }
}
