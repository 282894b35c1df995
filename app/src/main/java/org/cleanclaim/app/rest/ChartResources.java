package org.cleanclaim.app.rest;

import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chart.Chart;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.codingaudit.AuditedCharts;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.worklist.Worklists;
import org.cleanclaim.app.worklist.Worklists.QueuedChart;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Charts with suggestions, evidence and codes.
@RestController
@RequestMapping("/api/v1")
class ChartResources {
  private static final int MOST_ROWS = 500;

  private final Worklists worklists;
  private final Encounters encounters;
  private final Charts charts;
  private final AuditedCharts audited;
  private final AuditTrail audit;

  ChartResources(
      Worklists worklists,
      Encounters encounters,
      Charts charts,
      AuditedCharts audited,
      AuditTrail audit) {
    this.worklists = worklists;
    this.encounters = encounters;
    this.charts = charts;
    this.audited = audited;
    this.audit = audit;
  }

  @GetMapping("/charts")
  List<QueuedChart> charts(@RequestParam(required = false) @Nullable String status) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    return worklists.charts(status, MOST_ROWS);
  }

  @GetMapping("/charts/{encounterId}")
  Chart chart(@PathVariable UUID encounterId) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    var encounter = encounters.find(encounterId).orElseThrow();
    audited.requireSight(encounter.id());
    var chart = charts.get(encounter.id());
    audit.read("chart", chart.id(), encounter.patientId().value());
    return chart;
  }
}
