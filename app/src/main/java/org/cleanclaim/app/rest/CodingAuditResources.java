package org.cleanclaim.app.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.codingaudit.AuditCriteria;
import org.cleanclaim.app.codingaudit.AuditPlan;
import org.cleanclaim.app.codingaudit.AuditedCharts;
import org.cleanclaim.app.codingaudit.CodingAudit;
import org.cleanclaim.app.codingaudit.CodingAudit.Draw;
import org.cleanclaim.app.codingaudit.CodingAudits;
import org.cleanclaim.app.codingaudit.Sample;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Coding audits: plans and their samples.
@RestController
@RequestMapping("/api/v1/audits")
class CodingAuditResources {

  /// A plan; either `perCoder` or `percent`.
  ///
  /// @param seed 1 when left out
  /// @param goalPercent 95 when left out
  record PlanBody(
      @Nullable String name,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable List<String> coders,
      AuditPlan.@Nullable Mode mode,
      @Nullable Integer perCoder,
      @Nullable Integer percent,
      @Nullable Long seed,
      @Nullable AuditCriteria criteria,
      @Nullable BigDecimal goalPercent) {

    AuditPlan plan() {
      if ((perCoder == null) == (percent == null)) {
        throw new BadInput("Give perCoder or percent, one of them.");
      }
      if (name == null || from == null || to == null) {
        throw new BadInput("The fields name, from and to are needed.");
      }
      return new AuditPlan(
          name,
          from,
          to,
          coders == null ? List.of() : coders,
          mode == null ? AuditPlan.Mode.BLIND : mode,
          new Sample(seed == null ? 1 : seed, size()),
          criteria == null ? AuditCriteria.NONE : criteria,
          goalPercent == null ? AuditPlan.USUAL_GOAL : goalPercent);
    }

    private Sample.Size size() {
      if (perCoder != null) return new Sample.Size.Count(perCoder);
      return new Sample.Size.Percent(percent == null ? 0 : percent);
    }
  }

  /// An audit.
  ///
  /// @param draws of each coder: what fitted and what was drawn of it
  /// @param drawnAgainIsTheSame whether the seed gives the sample again
  record AuditResource(
      UUID id,
      String name,
      LocalDate from,
      LocalDate to,
      AuditPlan.Mode mode,
      String sample,
      long seed,
      AuditCriteria criteria,
      String goalPercent,
      String plannedBy,
      Instant drawnAt,
      int charts,
      int closed,
      List<Draw> draws,
      boolean drawnAgainIsTheSame) {
    static AuditResource of(CodingAudit audit) {
      var plan = audit.plan();
      return new AuditResource(
          audit.publicId(),
          plan.name(),
          plan.finalizedFrom(),
          plan.finalizedTo(),
          plan.mode(),
          plan.sample().size().words(),
          plan.sample().seed(),
          plan.criteria(),
          plan.goalPercent().toPlainString(),
          audit.plannedBy(),
          audit.drawnAt(),
          audit.charts(),
          audit.closed(),
          audit.draws(),
          audit.isProven());
    }
  }

  private final CodingAudits audits;
  private final AuditedCharts charts;

  CodingAuditResources(CodingAudits audits, AuditedCharts charts) {
    this.audits = audits;
    this.charts = charts;
  }

  @GetMapping
  List<AuditResource> audits() {
    check();
    return audits.all().stream().map(AuditResource::of).toList();
  }

  @PostMapping
  AuditResource plan(@RequestBody JsonNode body) {
    AccessDeniedForActor.unless(Permission.PLAN_CODING_AUDIT);
    return AuditResource.of(audits.plan(BodyFields.known(body, PlanBody.class).plan()));
  }

  @GetMapping("/{id}")
  AuditResource audit(@PathVariable UUID id) {
    check();
    return AuditResource.of(audits.find(id).orElseThrow());
  }

  @GetMapping("/{id}/charts")
  List<AuditedChartResource> charts(@PathVariable UUID id) {
    check();
    return charts.ofAudit(audits.find(id).orElseThrow()).stream()
        .map(AuditedChartResource::of)
        .toList();
  }

  private static void check() {
    AccessDeniedForActor.unlessEither(Permission.PLAN_CODING_AUDIT, Permission.AUDIT_CODING);
  }
}
