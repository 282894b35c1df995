package org.cleanclaim.app.web.codingquery;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.codingaudit.AuditedCharts;
import org.cleanclaim.app.codingquery.CodingQueries;
import org.cleanclaim.app.codingquery.CodingQuery;
import org.cleanclaim.app.codingquery.CodingQuery.Effect;
import org.cleanclaim.app.codingquery.CodingQuery.Outcome;
import org.cleanclaim.app.codingquery.CodingQuery.Status;
import org.cleanclaim.app.codingquery.QueryBeginning;
import org.cleanclaim.app.codingquery.QueryDesk;
import org.cleanclaim.app.codingquery.QueryEscalation;
import org.cleanclaim.app.codingquery.QueryRefusal;
import org.cleanclaim.app.codingquery.SpokenAnswer.Way;
import org.cleanclaim.app.codingquery.SpokenAnswers;
import org.cleanclaim.app.encounter.Document;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.staff.Staff;
import org.cleanclaim.app.web.Pages;
import org.cleanclaim.coding.query.QueryTemplate;
import org.cleanclaim.coding.query.QueryText;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One query as the coder sees it: written with the checks beside it, sent, closed.
@Controller
public class QueryWorkPages {
  private final Pages pages;
  private final CodingQueries queries;
  private final QueryDesk desk;
  private final SpokenAnswers spoken;
  private final QueryBeginning beginning;
  private final Encounters encounters;
  private final AuditedCharts audited;
  private final Staff staff;
  private final QueryEscalation escalation;
  private final Organizations organizations;
  private final AuditTrail trail;

  QueryWorkPages(
      Pages pages,
      CodingQueries queries,
      QueryDesk desk,
      SpokenAnswers spoken,
      QueryBeginning beginning,
      Encounters encounters,
      AuditedCharts audited,
      Staff staff,
      QueryEscalation escalation,
      Organizations organizations,
      AuditTrail trail) {
    this.pages = pages;
    this.queries = queries;
    this.desk = desk;
    this.spoken = spoken;
    this.beginning = beginning;
    this.encounters = encounters;
    this.audited = audited;
    this.staff = staff;
    this.escalation = escalation;
    this.organizations = organizations;
    this.trail = trail;
  }

  /// A draft, with what the chart says about a code where one is named.
  @GetMapping("/charts/{encounterId}/queries/new")
  ResponseEntity<String> fresh(
      HttpServletRequest request,
      @PathVariable UUID encounterId,
      @RequestParam(required = false) @Nullable CodeSystem system,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(required = false) @Nullable QueryTemplate template) {
    AccessDeniedForActor.unless(Permission.WRITE_QUERY);
    var encounter = sighted(encounterId);
    var documents = encounters.documents(encounter.id());
    var indicators = new ArrayList<>(beginning.indicators(encounter, system, code));
    QueryForm.at(place, documents).ifPresent(indicators::add);
    var begun = template == null ? beginning.template(encounter, system, code) : template;
    return form(request, encounter, null, system, code, begun.quoting(indicators), List.of(), "");
  }

  @PostMapping("/charts/{encounterId}/queries")
  ResponseEntity<String> write(
      HttpServletRequest request,
      @PathVariable UUID encounterId,
      @RequestParam MultiValueMap<String, String> typed,
      @RequestParam(required = false) @Nullable CodeSystem system,
      @RequestParam(defaultValue = "") String code) {
    AccessDeniedForActor.unless(Permission.WRITE_QUERY);
    var encounter = sighted(encounterId);
    try {
      var text = QueryForm.read(typed, encounters.documents(encounter.id()));
      boolean isAbout = system != null && !code.isBlank();
      var query =
          desk.draft(encounter, isAbout ? system : null, isAbout ? code : null, text, asked(typed));
      return done(typed, query);
    } catch (QueryRefusal refusal) {
      var text = readable(typed, encounter);
      return form(
          request,
          encounter,
          null,
          system,
          code,
          text,
          List.of(),
          String.valueOf(refusal.getMessage()));
    }
  }

  @GetMapping("/queries/{id}")
  ResponseEntity<String> query(HttpServletRequest request, @PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    var query = queries.find(id).orElseThrow();
    var encounter = sighted(encounters.get(query.encounterId()).publicId());
    trail.read("query", query.publicId(), encounter.patientId().value());
    return shown(request, encounter, query, "");
  }

  @PostMapping("/queries/{id}")
  ResponseEntity<String> change(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> typed) {
    AccessDeniedForActor.unless(Permission.WRITE_QUERY);
    var query = queries.find(id).orElseThrow();
    var encounter = sighted(encounters.get(query.encounterId()).publicId());
    try {
      var text = QueryForm.read(typed, encounters.documents(encounter.id()));
      return done(typed, desk.change(id, text, asked(typed)));
    } catch (QueryRefusal refusal) {
      return shown(request, encounter, query, String.valueOf(refusal.getMessage()));
    }
  }

  @PostMapping("/queries/{id}/cancel")
  ResponseEntity<String> cancel(@PathVariable UUID id, @RequestParam String reason) {
    return QueryPages.to(chartOf(desk.cancel(id, reason)));
  }

  @PostMapping("/queries/{id}/close")
  ResponseEntity<String> close(
      @PathVariable UUID id,
      @RequestParam Outcome outcome,
      @RequestParam Effect effect,
      @RequestParam(defaultValue = "") String text) {
    desk.close(id, outcome, effect, text);
    return QueryPages.to("/queries/" + id);
  }

  /// Writes down what the provider answered by telephone or otherwise; what was typed stays where
  /// it cannot be taken.
  @PostMapping("/queries/{id}/spoken-answer")
  ResponseEntity<String> spoken(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam Way way,
      @RequestParam LocalDateTime at,
      @RequestParam(required = false) @Nullable Integer choice,
      @RequestParam Map<String, String> typed) {
    AccessDeniedForActor.unless(Permission.WRITE_QUERY);
    var query = queries.find(id).orElseThrow();
    var encounter = sighted(encounters.get(query.encounterId()).publicId());
    var zone = ZoneId.of(organizations.current().timeZone());
    try {
      spoken.record(
          id,
          way,
          typed.getOrDefault("by", ""),
          at.atZone(zone).toInstant(),
          choice,
          typed.getOrDefault("words", ""));
      return QueryPages.to("/queries/" + id);
    } catch (QueryRefusal refusal) {
      return shown(request, encounter, query, String.valueOf(refusal.getMessage()), typed);
    }
  }

  @PostMapping("/queries/{id}/override")
  ResponseEntity<String> override(@PathVariable UUID id, @RequestParam String reason) {
    return QueryPages.to(chartOf(desk.override(id, reason)) + "#findings");
  }

  private static String asked(MultiValueMap<String, String> typed) {
    return Objects.requireNonNullElse(typed.getFirst("provider"), "");
  }

  private ResponseEntity<String> done(MultiValueMap<String, String> typed, CodingQuery query) {
    boolean isSent = "send".equals(typed.getFirst("do")) && desk.send(query.publicId()).isEmpty();
    return QueryPages.to(isSent ? chartOf(query) : "/queries/" + query.publicId());
  }

  private String chartOf(CodingQuery query) {
    return "/charts/" + encounters.get(query.encounterId()).publicId();
  }

  private QueryText readable(MultiValueMap<String, String> typed, Encounter encounter) {
    typed.remove("words");
    return QueryForm.read(typed, encounters.documents(encounter.id()));
  }

  private ResponseEntity<String> shown(
      HttpServletRequest request, Encounter encounter, CodingQuery query, String problem) {
    return shown(request, encounter, query, problem, Map.of());
  }

  private ResponseEntity<String> shown(
      HttpServletRequest request,
      Encounter encounter,
      CodingQuery query,
      String problem,
      Map<String, String> typed) {
    if (query.status() == Status.DRAFT) {
      return form(
          request,
          encounter,
          query,
          query.system(),
          query.code() == null ? "" : query.code(),
          query.text(),
          desk.check(encounter, query),
          problem);
    }
    var values = new LinkedHashMap<String, Object>();
    values.put("encounter", encounter);
    values.put("query", query);
    values.put("today", staff.today());
    values.put("notices", escalation.notices(query));
    values.put("problem", problem);
    values.put("typed", typed);
    values.put("takenBack", desk.takenBack(query));
    values.put("sender", desk.sender(query));
    values.put("zone", ZoneId.of(organizations.current().timeZone()));
    return pages.page(
        request, "queries", "Query: " + query.text().subject(), "codingquery/query.jte", values);
  }

  private ResponseEntity<String> form(
      HttpServletRequest request,
      Encounter encounter,
      @Nullable CodingQuery query,
      @Nullable CodeSystem system,
      String code,
      QueryText text,
      List<Finding> findings,
      String problem) {
    List<Document> documents = encounters.documents(encounter.id());
    var values = new LinkedHashMap<String, Object>();
    values.put("encounter", encounter);
    values.put("query", query);
    values.put("system", system == null ? "" : system.name());
    values.put("code", code);
    values.put("text", text);
    values.put("documents", documents);
    values.put("findings", findings);
    values.put("problem", problem);
    return pages.page(
        request,
        "queries",
        "Query about " + encounter.visitNumber(),
        "codingquery/write.jte",
        values);
  }

  private Encounter sighted(UUID encounterId) {
    var encounter = encounters.find(encounterId).orElseThrow();
    audited.requireSight(encounter.id());
    return encounter;
  }
}
