package org.cleanclaim.app.chart;

import org.cleanclaim.app.access.EventWork;
import org.cleanclaim.app.encounter.EncounterDocumented;
import org.cleanclaim.app.encounter.EncounterId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Opens a chart as soon as an encounter is documented.
@Component
class OpenChartOnDocumentation {
  private final ChartOpening opening;
  private final EventWork work;

  OpenChartOnDocumentation(ChartOpening opening, EventWork work) {
    this.opening = opening;
    this.work = work;
  }

  @TransactionalEventListener
  void on(EncounterDocumented event) {
    work.run(
        event.organizationId(),
        "coding engine",
        () -> opening.open(new EncounterId(event.encounterId())));
  }
}
