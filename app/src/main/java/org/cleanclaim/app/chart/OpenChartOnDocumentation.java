package org.cleanclaim.app.chart;

import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.encounter.EncounterDocumented;
import org.cleanclaim.app.encounter.EncounterId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Opens a chart as soon as an encounter is documented.
@Component
class OpenChartOnDocumentation {
  private final Charts charts;

  OpenChartOnDocumentation(Charts charts) {
    this.charts = charts;
  }

  @TransactionalEventListener
  void on(EncounterDocumented event) {
    Acting.as(
        Actor.system(event.organizationId(), "coding engine"),
        () -> {
          charts.open(new EncounterId(event.encounterId()));
          return true;
        });
  }
}
