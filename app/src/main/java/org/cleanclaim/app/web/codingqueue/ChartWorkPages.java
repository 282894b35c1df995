package org.cleanclaim.app.web.codingqueue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.chart.ChartLocks;
import org.cleanclaim.app.chart.ChartPendings;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.chart.LateDocuments;
import org.cleanclaim.app.chart.PendingReason;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is done with one chart besides coding it: let it wait, put it back, give it to somebody.
@Controller
class ChartWorkPages {
  private final Encounters encounters;
  private final Charts charts;
  private final ChartLocks locks;
  private final ChartPendings pendings;
  private final LateDocuments late;

  ChartWorkPages(
      Encounters encounters,
      Charts charts,
      ChartLocks locks,
      ChartPendings pendings,
      LateDocuments late) {
    this.encounters = encounters;
    this.charts = charts;
    this.locks = locks;
    this.pendings = pendings;
    this.late = late;
  }

  private EncounterId encounter(UUID id) {
    return encounters.find(id).orElseThrow().id();
  }

  @PostMapping("/charts/{encounterId}/pending")
  ResponseEntity<String> pend(
      @PathVariable UUID encounterId,
      @RequestParam PendingReason reason,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String followUp) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    if (reason == PendingReason.SECOND_REVIEW) {
      throw new IllegalStateException("A second review is asked for when the chart is finished.");
    }
    pendings.pend(
        encounter(encounterId),
        reason,
        note,
        followUp.isBlank() ? null : LocalDate.parse(followUp));
    return back(encounterId);
  }

  @PostMapping("/charts/{encounterId}/pending/{id}/resolve")
  ResponseEntity<String> resolve(
      @PathVariable UUID encounterId, @PathVariable UUID id, @RequestParam String outcome) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    pendings.resolve(id, outcome);
    return back(encounterId);
  }

  @PostMapping("/charts/{encounterId}/late/seen")
  ResponseEntity<String> seen(@PathVariable UUID encounterId) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    late.seen(encounter(encounterId));
    return back(encounterId);
  }

  /// Puts the chart back for others.
  @PostMapping("/charts/{encounterId}/release")
  ResponseEntity<String> release(@PathVariable UUID encounterId) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    locks.release(charts.get(encounter(encounterId)).id());
    return CodingQueuePages.to("/coding");
  }

  @PostMapping("/charts/{encounterId}/hand-over")
  ResponseEntity<String> handOver(
      @PathVariable UUID encounterId,
      @RequestParam(defaultValue = "") String to,
      @RequestParam String reason) {
    locks.handOver(encounter(encounterId), to, reason);
    return back(encounterId);
  }

  /// Gives several charts of a list to somebody, or puts them back; all of them or none.
  @PostMapping("/coding/hand-over")
  ResponseEntity<String> handOver(
      @RequestParam(defaultValue = "") List<UUID> chart,
      @RequestParam(defaultValue = "") String to,
      @RequestParam String reason,
      @RequestParam(defaultValue = "") String queue) {
    if (chart.isEmpty()) {
      throw new IllegalStateException(
          "No chart is chosen. Tick charts of the list, or choose them with x.");
    }
    locks.handOver(chart.stream().map(this::encounter).toList(), to, reason);
    return CodingQueuePages.to(queue.isEmpty() ? "/coding" : "/coding?queue=" + queue);
  }

  private static ResponseEntity<String> back(UUID encounterId) {
    return CodingQueuePages.to("/charts/" + encounterId);
  }
}
