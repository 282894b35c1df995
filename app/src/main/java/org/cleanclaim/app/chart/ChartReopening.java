package org.cleanclaim.app.chart;

import java.util.Optional;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Final charts that are worked again.
@Component
@Transactional
public class ChartReopening {
  private static final int SHORTEST_REASON = 5;

  private final JdbcClient jdbc;
  private final Charts charts;
  private final Encounters encounters;
  private final ChartWorkers workers;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  ChartReopening(
      JdbcClient jdbc,
      Charts charts,
      Encounters encounters,
      ChartWorkers workers,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.charts = charts;
    this.encounters = encounters;
    this.workers = workers;
    this.audit = audit;
    this.events = events;
  }

  /// Opens a final chart again, for a reason.
  ///
  /// @throws IllegalStateException when its codes are not final, or the reason says nothing
  public void reopen(EncounterId encounterId, String reason) {
    if (reason.strip().length() < SHORTEST_REASON) {
      throw new IllegalStateException(
          "Opening a chart again needs a reason of at least five characters.");
    }
    var chart = charts.forChange(encounterId);
    workers.require(encounterId, chart.id());
    markReopened(chart, encounterId, reason);
  }

  /// Why the chart of a visit is open again; empty when it is not.
  @Transactional(readOnly = true)
  public Optional<String> reason(EncounterId encounterId) {
    return jdbc.sql(
            "select reopened_reason from chart where encounter_id = :encounter and reopened_reason"
                + " is not null")
        .param("encounter", encounterId.value())
        .query(String.class)
        .optional();
  }

  void markReopened(Chart chart, EncounterId encounterId, String reason) {
    int reopened =
        jdbc.sql(
                """
                update chart set status = 'REOPENED', reopened_reason = :reason, version = version + 1
                where chart_id = :chart and status = 'FINAL_CODED'
                """)
            .param("reason", reason)
            .param("chart", chart.id())
            .update();
    if (reopened == 0) {
      throw new IllegalStateException(
          "The codes of this chart are not final, so that there is nothing to open again. Go on"
              + " with the chart as it stands.");
    }
    audit.record(
        "reopened", "chart", chart.id(), encounters.get(encounterId).patientId().value(), reason);
    events.publishEvent(new ChartReopened(Acting.actor().organizationId(), encounterId.value()));
  }
}
