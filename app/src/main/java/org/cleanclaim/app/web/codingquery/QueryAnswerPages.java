package org.cleanclaim.app.web.codingquery;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.codingquery.CodingQuery;
import org.cleanclaim.app.codingquery.QueryAnswers;
import org.cleanclaim.app.codingquery.QueryRefusal;
import org.cleanclaim.app.codingquery.SpokenAnswers;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.staff.Staff;
import org.cleanclaim.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The provider's own queries and answers.
@Controller
public class QueryAnswerPages {
  private final Pages pages;
  private final QueryAnswers answers;
  private final SpokenAnswers spoken;
  private final Encounters encounters;
  private final Patients patients;
  private final Staff staff;
  private final AuditTrail trail;

  QueryAnswerPages(
      Pages pages,
      QueryAnswers answers,
      SpokenAnswers spoken,
      Encounters encounters,
      Patients patients,
      Staff staff,
      AuditTrail trail) {
    this.pages = pages;
    this.answers = answers;
    this.spoken = spoken;
    this.encounters = encounters;
    this.patients = patients;
    this.staff = staff;
    this.trail = trail;
  }

  @GetMapping("/queries/mine")
  ResponseEntity<String> mine(
      HttpServletRequest request, @RequestParam(defaultValue = "1") int page) {
    var values = new LinkedHashMap<String, Object>();
    var queries = answers.mine(page);
    var mine = queries.rows();
    values.put("queries", queries);
    values.put(
        "visits",
        mine.stream()
            .map(CodingQuery::encounterId)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), encounters::get)));
    values.put(
        "people",
        mine.stream()
            .map(q -> encounters.get(q.encounterId()).patientId())
            .distinct()
            .collect(Collectors.toMap(Function.identity(), patients::get)));
    values.put("today", staff.today());
    return pages.page(request, "queries", "Queries to me", "codingquery/mine.jte", values);
  }

  @GetMapping("/queries/mine/{id}")
  ResponseEntity<String> query(HttpServletRequest request, @PathVariable UUID id) {
    return shown(request, answers.mine(id), "", "");
  }

  @PostMapping("/queries/mine/{id}")
  ResponseEntity<String> answer(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Integer choice,
      @RequestParam(defaultValue = "") String text) {
    try {
      answers.answer(id, choice, text);
      return QueryPages.to("/queries/mine");
    } catch (QueryRefusal refusal) {
      return shown(request, answers.mine(id), text, String.valueOf(refusal.getMessage()));
    }
  }

  @PostMapping("/queries/mine/{id}/signature")
  ResponseEntity<String> sign(HttpServletRequest request, @PathVariable UUID id) {
    try {
      spoken.sign(id);
      return QueryPages.to("/queries/mine");
    } catch (QueryRefusal refusal) {
      return shown(request, answers.mine(id), "", String.valueOf(refusal.getMessage()));
    }
  }

  private ResponseEntity<String> shown(
      HttpServletRequest request, CodingQuery query, String typed, String problem) {
    var encounter = encounters.get(query.encounterId());
    trail.read("query", query.publicId(), encounter.patientId().value());
    var values = new LinkedHashMap<String, Object>();
    values.put("query", query);
    values.put("encounter", encounter);
    values.put("patient", patients.get(encounter.patientId()));
    values.put("documents", encounters.documents(encounter.id()));
    values.put("typed", typed);
    values.put("problem", problem);
    return pages.page(request, "queries", query.text().subject(), "codingquery/answer.jte", values);
  }
}
