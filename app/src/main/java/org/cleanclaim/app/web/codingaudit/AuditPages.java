package org.cleanclaim.app.web.codingaudit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.codingaudit.AuditRefusal;
import org.cleanclaim.app.codingaudit.AuditedChart;
import org.cleanclaim.app.codingaudit.AuditedCharts;
import org.cleanclaim.app.codingaudit.CodingAudits;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.staff.QueueRules;
import org.cleanclaim.app.web.CsvAnswer;
import org.cleanclaim.app.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Audits, their plans and samples, and what was given to oneself.
@Controller
public class AuditPages {
  private static final int SEEDS = 1_000_000;

  private final Pages pages;
  private final CodingAudits audits;
  private final AuditedCharts charts;
  private final Payers payers;
  private final QueueRules days;
  private final AuditTrail trail;
  private final SecureRandom random = new SecureRandom();

  AuditPages(
      Pages pages,
      CodingAudits audits,
      AuditedCharts charts,
      Payers payers,
      QueueRules days,
      AuditTrail trail) {
    this.pages = pages;
    this.audits = audits;
    this.charts = charts;
    this.payers = payers;
    this.days = days;
    this.trail = trail;
  }

  @GetMapping("/audits")
  ResponseEntity<String> list(HttpServletRequest request) {
    var actor = Acting.actor();
    if (!actor.may(Permission.PLAN_CODING_AUDIT) && !actor.may(Permission.AUDIT_CODING)) {
      return to("/audits/findings");
    }
    var values = new LinkedHashMap<String, Object>();
    values.put("audits", audits.all());
    return pages.page(request, "audits", "Coding audits", "codingaudit/list.jte", values);
  }

  /// What was given to oneself to answer.
  @GetMapping("/audits/findings")
  ResponseEntity<String> mine(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    var values = new LinkedHashMap<String, Object>();
    values.put("charts", charts.mine());
    return pages.page(request, "audits", "Audits of my coding", "codingaudit/findings.jte", values);
  }

  @GetMapping("/audits/new")
  ResponseEntity<String> fresh(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.PLAN_CODING_AUDIT);
    var form = new LinkedMultiValueMap<String, String>();
    LocalDate today = days.today();
    form.add("from", today.withDayOfMonth(1).minusMonths(1).toString());
    form.add("to", today.withDayOfMonth(1).minusDays(1).toString());
    form.add("size", "5");
    form.add("goal", "95");
    return form(request, new PlanForm(form), "");
  }

  @PostMapping("/audits")
  ResponseEntity<String> plan(
      HttpServletRequest request, @RequestParam MultiValueMap<String, String> typed) {
    AccessDeniedForActor.unless(Permission.PLAN_CODING_AUDIT);
    var form = new PlanForm(typed);
    try {
      var audit = audits.plan(form.plan(random.nextInt(1, SEEDS)));
      return to("/audits/" + audit.publicId());
    } catch (AuditRefusal refusal) {
      return form(request, form, String.valueOf(refusal.getMessage()));
    }
  }

  private ResponseEntity<String> form(HttpServletRequest request, PlanForm form, String problem) {
    var values = new LinkedHashMap<String, Object>();
    values.put("form", form);
    values.put("coders", audits.coders());
    values.put("payers", payers.all());
    values.put("problem", problem);
    return pages.page(request, "audits", "Plan an audit", "codingaudit/plan.jte", values);
  }

  @GetMapping("/audits/{id}")
  ResponseEntity<String> audit(HttpServletRequest request, @PathVariable UUID id) {
    AccessDeniedForActor.unlessEither(Permission.PLAN_CODING_AUDIT, Permission.AUDIT_CODING);
    var audit = audits.find(id).orElseThrow();
    var values = new LinkedHashMap<String, Object>();
    values.put("audit", audit);
    values.put("charts", charts.ofAudit(audit));
    return pages.page(request, "audits", audit.plan().name(), "codingaudit/audit.jte", values);
  }

  @GetMapping(value = "/audits/{id}/charts.csv", produces = "text/csv")
  ResponseEntity<String> csv(@PathVariable UUID id) {
    AccessDeniedForActor.unlessEither(Permission.PLAN_CODING_AUDIT, Permission.AUDIT_CODING);
    var audit = audits.find(id).orElseThrow();
    var csv = new StringBuilder(AuditLines.HEAD);
    for (AuditedChart chart : charts.ofAudit(audit)) AuditLines.append(csv, chart);
    trail.record("exported coding audit", "coding audit", audit.id(), null, null);
    return CsvAnswer.of("audit.csv", csv.toString());
  }

  static ResponseEntity<String> to(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }
}
