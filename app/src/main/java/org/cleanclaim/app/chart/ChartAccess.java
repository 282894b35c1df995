package org.cleanclaim.app.chart;

import java.util.Optional;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.chart.Chart.Status;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who may work a chart: the credential that its queue asks for, and one coder at a time.
@Component
@Transactional
public class ChartAccess {
  private final JdbcClient jdbc;
  private final Charts charts;
  private final ChartWorkers workers;
  private final ChartLocks locks;
  private final ChartPendings pendings;

  ChartAccess(
      JdbcClient jdbc,
      Charts charts,
      ChartWorkers workers,
      ChartLocks locks,
      ChartPendings pendings) {
    this.jdbc = jdbc;
    this.charts = charts;
    this.workers = workers;
    this.locks = locks;
    this.pendings = pendings;
  }

  /// Takes a chart that the actor may code, or goes on having it.
  ///
  /// @throws ChartLocked when somebody else has it
  public ChartLock take(EncounterId encounterId) {
    var chart = charts.get(encounterId);
    workers.require(encounterId, chart.id());
    return locks.of(chart.id()).orElseThrow();
  }

  /// Why the actor may not work the chart, by the rules of its queue; empty when nothing stands
  /// against it.
  @Transactional(readOnly = true)
  public Optional<String> refusal(Encounter encounter) {
    return workers.refusal(encounter);
  }

  /// A chart that is neither final nor under second review, for a change by the actor; the first
  /// change begins it.
  Chart workable(EncounterId encounterId) {
    var chart = charts.forChange(encounterId);
    if (chart.status() == Status.FINAL_CODED) {
      throw new IllegalStateException("the codes of this chart are final; reopen it first");
    }
    if (pendings.isUnderReview(encounterId)) {
      throw new IllegalStateException(
          "The codes of this chart are under second review and stay as they are until the reviewer"
              + " has decided. Ask for the chart back if something has to change.");
    }
    workers.require(encounterId, chart.id());
    if (chart.coder() == null) {
      jdbc.sql(
              """
              update chart
              set coder = :coder, status = case when status = 'UNASSIGNED' then 'IN_PROGRESS' else status end
              where chart_id = :chart
              """)
          .param("coder", Acting.actor().name())
          .param("chart", chart.id())
          .update();
    }
    return chart;
  }
}
