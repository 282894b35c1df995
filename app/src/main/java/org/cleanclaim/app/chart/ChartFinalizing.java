package org.cleanclaim.app.chart;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.kernel.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the codes of charts final. A final code always carries evidence or a reason.
@Component
@Transactional
public class ChartFinalizing {
  private final JdbcClient jdbc;
  private final Charts charts;
  private final Encounters encounters;
  private final ChartAccess access;
  private final ChartGuidelines guidelines;
  private final List<FinalStop> stops;
  private final ChartLocks locks;
  private final ChartPendings pendings;
  private final ObjectProvider<FinalizationGate> gates;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ChartFinalizing(
      JdbcClient jdbc,
      Charts charts,
      Encounters encounters,
      ChartAccess access,
      ChartGuidelines guidelines,
      List<FinalStop> stops,
      ChartLocks locks,
      ChartPendings pendings,
      ObjectProvider<FinalizationGate> gates,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.charts = charts;
    this.encounters = encounters;
    this.access = access;
    this.guidelines = guidelines;
    this.stops = List.copyOf(stops);
    this.locks = locks;
    this.pendings = pendings;
    this.gates = gates;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// What stands against making the codes final: the guidelines' word on them, and what else of the
  /// visit is open.
  @Transactional(readOnly = true)
  public List<Finding> standing(Chart chart) {
    var findings = new ArrayList<>(guidelines.check(chart));
    for (FinalStop stop : stops) findings.addAll(stop.stops(chart.encounterId()));
    return List.copyOf(findings);
  }

  /// Checks the whole chart and makes its codes final unless a hard stop remains.
  public FinalizeResult finalizeCodes(EncounterId encounterId) {
    var chart = access.workable(encounterId);
    pendings.requireNone(encounterId);
    var findings = standing(chart);
    if (findings.stream().anyMatch(Finding::blocks)) return new FinalizeResult.Stopped(findings);
    for (FinalizationGate gate : gates.orderedStream().toList()) {
      Optional<String> why = gate.holdsBack(chart);
      if (why.isEmpty()) continue;
      pendings.pend(encounterId, PendingReason.SECOND_REVIEW, why.get(), null);
      return new FinalizeResult.UnderReview(why.get(), findings);
    }
    makeFinal(chart, encounterId, Acting.actor().name());
    locks.release(chart.id());
    return new FinalizeResult.Finalized(findings);
  }

  /// Ends the second review of a chart.
  ///
  /// @param coder who coded the chart
  /// @param returnedFor what the coder is to look at again; null to make the codes final
  /// @throws IllegalStateException when they cannot be final, for whatever has come up meanwhile
  public void endReview(EncounterId encounterId, String coder, @Nullable String returnedFor) {
    var chart = charts.forChange(encounterId);
    pendings.endReview(encounterId, returnedFor == null ? "approved" : returnedFor);
    if (returnedFor != null) return;
    pendings.requireNone(encounterId);
    var stops = standing(chart).stream().filter(Finding::blocks).map(Finding::message).toList();
    if (!stops.isEmpty()) {
      throw new IllegalStateException(
          "The codes cannot be final yet: %s Return the chart to its coder, or approve it when this is settled."
              .formatted(String.join(" ", stops)));
    }
    makeFinal(chart, encounterId, coder);
  }

  private void makeFinal(Chart chart, EncounterId encounterId, String coder) {
    jdbc.sql(
            """
            update chart
            set status = 'FINAL_CODED', coder = :coder, finalized_at = :now, reopened_reason = null,
              version = version + 1
            where chart_id = :chart
            """)
        .param("coder", coder)
        .param("now", Timestamp.from(clock.instant()))
        .param("chart", chart.id())
        .update();
    audit.record(
        "finalized codes",
        "chart",
        chart.id(),
        encounters.get(encounterId).patientId().value(),
        null);
    events.publishEvent(new ChartFinalized(Acting.actor().organizationId(), encounterId.value()));
  }
}
