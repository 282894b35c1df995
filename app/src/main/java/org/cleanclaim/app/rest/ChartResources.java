package org.cleanclaim.app.rest;

import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.charge.Charge;
import org.cleanclaim.app.charge.Charges;
import org.cleanclaim.app.chart.Chart;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.codingaudit.AuditedCharts;
import org.cleanclaim.app.computed.ComputedChart;
import org.cleanclaim.app.computed.ComputedCharts;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.worklist.ChartQueue;
import org.cleanclaim.app.worklist.ChartQueue.LeftOut;
import org.cleanclaim.app.worklist.ChartQueue.QueuedChart;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Modifier;
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
  /// @param chart null when nothing is left that the user may code
  /// @param passedOver unfinished charts that the user may not code, with why
  record NextChart(@Nullable QueuedChart chart, List<LeftOut> passedOver) {}

  /// @param amount in dollars
  record ChargeLine(
      int line,
      String procedure,
      List<String> modifiers,
      String units,
      String amount,
      List<String> diagnoses,
      String capturedBy) {
    static ChargeLine of(Charge charge) {
      return new ChargeLine(
          charge.line(),
          charge.procedure().value(),
          charge.modifiers().stream().map(Modifier::value).toList(),
          charge.units().toPlainString(),
          charge.amount().toBigDecimal().toPlainString(),
          charge.diagnoses().stream().map(Icd10Cm::value).toList(),
          charge.capturedBy());
    }
  }

  private final ChartQueue queue;
  private final Encounters encounters;
  private final Charts charts;
  private final ComputedCharts computed;
  private final Charges charges;
  private final AuditedCharts audited;
  private final AuditTrail audit;

  ChartResources(
      ChartQueue queue,
      Encounters encounters,
      Charts charts,
      ComputedCharts computed,
      Charges charges,
      AuditedCharts audited,
      AuditTrail audit) {
    this.queue = queue;
    this.encounters = encounters;
    this.charts = charts;
    this.computed = computed;
    this.charges = charges;
    this.audited = audited;
    this.audit = audit;
  }

  @GetMapping("/charts")
  ListPage<QueuedChart> charts(
      @RequestParam(required = false) Chart.@Nullable Status status,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    return queue.charts(status == null ? null : status.name(), page);
  }

  /// Charts that the list leaves out because the user may not code them, with why.
  @GetMapping("/charts/left-out")
  List<LeftOut> leftOut(@RequestParam(required = false) Chart.@Nullable Status status) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    return queue.leftOut(status == null ? null : status.name());
  }

  /// Gives the user the chart to code next and keeps it for the user.
  @GetMapping("/charts/next")
  NextChart next() {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    return new NextChart(queue.next().orElse(null), queue.passedOver());
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

  /// The charges in force of a visit, among them those of services that a coder accepted.
  @GetMapping("/charts/{encounterId}/charges")
  List<ChargeLine> charges(@PathVariable UUID encounterId) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    var encounter = encounters.find(encounterId).orElseThrow();
    audited.requireSight(encounter.id());
    audit.read("encounter", encounter.id(), encounter.patientId().value());
    return charges.ofEncounter(encounter.id()).stream().map(ChargeLine::of).toList();
  }

  /// What the codes come to as they stand: the MS-DRG of a stay, the level of a visit.
  @GetMapping("/charts/{encounterId}/computed")
  ComputedChart computed(@PathVariable UUID encounterId) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    var encounter = encounters.find(encounterId).orElseThrow();
    audited.requireSight(encounter.id());
    var chart = charts.get(encounter.id());
    audit.read("chart", chart.id(), encounter.patientId().value());
    return computed.of(chart);
  }
}
