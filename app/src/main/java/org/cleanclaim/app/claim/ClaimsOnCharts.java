package org.cleanclaim.app.claim;

import org.cleanclaim.app.access.EventWork;
import org.cleanclaim.app.chart.ChartFinalized;
import org.cleanclaim.app.chart.ChartReopened;
import org.cleanclaim.app.encounter.EncounterId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Tells the claims of a visit what becomes of its chart.
@Component
class ClaimsOnCharts {
  private final ClaimCoding coding;
  private final ClaimCharges charges;
  private final EventWork work;

  ClaimsOnCharts(ClaimCoding coding, ClaimCharges charges, EventWork work) {
    this.coding = coding;
    this.charges = charges;
    this.work = work;
  }

  @TransactionalEventListener
  void on(ChartReopened event) {
    work.run(
        event.organizationId(), "claims", () -> coding.hold(new EncounterId(event.encounterId())));
  }

  @TransactionalEventListener
  void on(ChartFinalized event) {
    work.run(
        event.organizationId(),
        "claims",
        () -> {
          var visit = new EncounterId(event.encounterId());
          coding.follow(visit);
          charges.compare(visit);
        });
  }
}
