package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.codingaudit.AuditedCharts;
import org.cleanclaim.app.computed.ComputedCharts;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What the codes of a chart come to, as a page and as a part of the chart's page.
@Controller
class ComputedPages {
  private final Pages pages;
  private final Encounters encounters;
  private final Charts charts;
  private final ComputedCharts computed;
  private final AuditedCharts audited;
  private final AuditTrail trail;

  ComputedPages(
      Pages pages,
      Encounters encounters,
      Charts charts,
      ComputedCharts computed,
      AuditedCharts audited,
      AuditTrail trail) {
    this.pages = pages;
    this.encounters = encounters;
    this.charts = charts;
    this.computed = computed;
    this.audited = audited;
    this.trail = trail;
  }

  @GetMapping("/charts/{encounterId}/computed")
  ResponseEntity<String> page(HttpServletRequest request, @PathVariable UUID encounterId) {
    Encounter encounter = sighted(encounterId);
    return pages.page(
        request,
        "charts",
        "What chart " + encounter.visitNumber() + " comes to",
        "chart/computed-page.jte",
        values(encounter));
  }

  @GetMapping("/charts/{encounterId}/computed/part")
  ResponseEntity<String> part(HttpServletRequest request, @PathVariable UUID encounterId) {
    Encounter encounter = sighted(encounterId);
    return ResponseEntity.ok()
        .contentType(Pages.HTML)
        .body(pages.part(request, "chart/computed.jte", values(encounter)));
  }

  private Encounter sighted(UUID encounterId) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    Encounter encounter = encounters.find(encounterId).orElseThrow();
    audited.requireSight(encounter.id());
    return encounter;
  }

  private Map<String, Object> values(Encounter encounter) {
    var chart = charts.get(encounter.id());
    trail.read("chart", chart.id(), encounter.patientId().value());
    var values = new LinkedHashMap<String, Object>();
    values.put("encounter", encounter);
    values.put("computed", computed.of(chart));
    return values;
  }
}
