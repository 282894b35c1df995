package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.chart.ChartAccess;
import org.cleanclaim.app.chart.ChartLock;
import org.cleanclaim.app.chart.ChartLocks;
import org.cleanclaim.app.chart.ChartPendings;
import org.cleanclaim.app.chart.ChartReopening;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.chart.LateDocument;
import org.cleanclaim.app.chart.LateDocuments;
import org.cleanclaim.app.chart.PendingEntry;
import org.cleanclaim.app.chart.PendingReason;
import org.cleanclaim.app.codingaudit.AuditedCharts;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who has a chart open, what it waits for, what came late.
@RestController
@RequestMapping("/api/v1/charts/{encounterId}")
class ChartWorkResources {
  /// @param lock null while nobody has the chart open
  /// @param reopenedFor why a final chart is open again; null when it is not
  record WorkOfChart(
      @Nullable ChartLock lock,
      @Nullable String reopenedFor,
      List<PendingEntry> pending,
      List<LateDocument> lateDocuments) {}

  record PendingBody(
      @Nullable PendingReason reason, @Nullable String note, @Nullable LocalDate followUpOn) {}

  record OutcomeBody(@Nullable String outcome) {}

  /// @param to user name; empty to put the chart back
  record HandOverBody(@Nullable String to, @Nullable String reason) {}

  private final Encounters encounters;
  private final Charts charts;
  private final ChartAccess access;
  private final ChartLocks locks;
  private final ChartPendings pendings;
  private final LateDocuments late;
  private final AuditedCharts audited;
  private final ChartReopening reopening;

  ChartWorkResources(
      Encounters encounters,
      Charts charts,
      ChartAccess access,
      ChartLocks locks,
      ChartPendings pendings,
      LateDocuments late,
      AuditedCharts audited,
      ChartReopening reopening) {
    this.encounters = encounters;
    this.charts = charts;
    this.access = access;
    this.locks = locks;
    this.pendings = pendings;
    this.late = late;
    this.audited = audited;
    this.reopening = reopening;
  }

  private EncounterId encounter(UUID id) {
    return encounters.find(id).orElseThrow().id();
  }

  @GetMapping("/work")
  WorkOfChart work(@PathVariable UUID encounterId) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    EncounterId id = encounter(encounterId);
    audited.requireSight(id);
    return new WorkOfChart(
        locks.of(charts.get(id).id()).orElse(null),
        reopening.reason(id).orElse(null),
        pendings.of(id),
        late.of(id));
  }

  /// Takes the chart, or goes on having it.
  @PostMapping("/lock")
  ChartLock lock(@PathVariable UUID encounterId) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    return access.take(encounter(encounterId));
  }

  @DeleteMapping("/lock")
  void release(@PathVariable UUID encounterId) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    locks.release(charts.get(encounter(encounterId)).id());
  }

  @PostMapping("/hand-over")
  void handOver(@PathVariable UUID encounterId, @RequestBody HandOverBody body) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    locks.handOver(
        encounter(encounterId),
        body.to() == null ? "" : body.to(),
        body.reason() == null ? "" : body.reason());
  }

  @PostMapping("/pending")
  void pend(@PathVariable UUID encounterId, @RequestBody PendingBody body) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    if (body.reason() == null || body.reason() == PendingReason.SECOND_REVIEW) {
      throw new BadInput(
          "State reason as QUERY, DOCUMENT, AUTHORIZATION, SIGNATURE, CHARGES or OTHER.");
    }
    pendings.pend(
        encounter(encounterId),
        body.reason(),
        body.note() == null ? "" : body.note(),
        body.followUpOn());
  }

  @PostMapping("/pending/{id}/resolve")
  void resolve(
      @PathVariable UUID encounterId, @PathVariable UUID id, @RequestBody OutcomeBody body) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    encounter(encounterId);
    pendings.resolve(id, body.outcome() == null ? "" : body.outcome());
  }

  @PostMapping("/late-documents/seen")
  void seen(@PathVariable UUID encounterId) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    late.seen(encounter(encounterId));
  }
}
