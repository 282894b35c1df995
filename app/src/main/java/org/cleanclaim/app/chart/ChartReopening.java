package org.cleanclaim.app.chart;

import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Final charts that are worked again.
@Component
@Transactional
public class ChartReopening {
  private final JdbcClient jdbc;
  private final Charts charts;
  private final Encounters encounters;
  private final ChartAccess access;
  private final AuditTrail audit;

  ChartReopening(
      JdbcClient jdbc, Charts charts, Encounters encounters, ChartAccess access, AuditTrail audit) {
    this.jdbc = jdbc;
    this.charts = charts;
    this.encounters = encounters;
    this.access = access;
    this.audit = audit;
  }

  /// Opens a final chart again, for a reason.
  public void reopen(EncounterId encounterId, String reason) {
    var chart = charts.get(encounterId);
    access.requireWorker(chart);
    markReopened(chart, encounterId, reason);
  }

  void markReopened(Chart chart, EncounterId encounterId, String reason) {
    jdbc.sql(
            """
            update chart set status = 'REOPENED', reopened_reason = :reason, version = version + 1
            where chart_id = :chart
            """)
        .param("reason", reason)
        .param("chart", chart.id())
        .update();
    audit.record(
        "reopened", "chart", chart.id(), encounters.get(encounterId).patientId().value(), reason);
  }
}
