package org.cleanclaim.app.chart;

import org.cleanclaim.app.access.EventWork;
import org.cleanclaim.app.encounter.EncounterDocumented;
import org.cleanclaim.app.encounter.EncounterId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Opens a chart as soon as an encounter is documented.
@Component
class OpenChartOnDocumentation {
  private final Charts charts;
  private final EventWork work;

  OpenChartOnDocumentation(Charts charts, EventWork work) {
    this.charts = charts;
    this.work = work;
  }

  @TransactionalEventListener
  void on(EncounterDocumented event) {
    work.run(
        event.organizationId(),
        "coding engine",
        () -> charts.open(new EncounterId(event.encounterId())));
  }
}
