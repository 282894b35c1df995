package org.cleanclaim.app.web.codingaudit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.codingaudit.AuditAnswers;
import org.cleanclaim.app.codingaudit.AuditDesk;
import org.cleanclaim.app.codingaudit.AuditDifference.Decision;
import org.cleanclaim.app.codingaudit.AuditRefusal;
import org.cleanclaim.app.codingaudit.AuditedCharts;
import org.cleanclaim.app.codingaudit.ReviewedCode;
import org.cleanclaim.app.codingaudit.ReviewedCode.Opinion;
import org.cleanclaim.app.codingaudit.Topic;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.web.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One chart of a sample: the auditor codes or reviews it and writes reasons, the coder answers,
/// the auditor decides.
@Controller
class AuditChartPages {
  private final Pages pages;
  private final AuditedCharts charts;
  private final AuditDesk desk;
  private final AuditAnswers answers;
  private final Encounters encounters;
  private final Patients patients;
  private final AuditTrail trail;

  AuditChartPages(
      Pages pages,
      AuditedCharts charts,
      AuditDesk desk,
      AuditAnswers answers,
      Encounters encounters,
      Patients patients,
      AuditTrail trail) {
    this.pages = pages;
    this.charts = charts;
    this.desk = desk;
    this.answers = answers;
    this.encounters = encounters;
    this.patients = patients;
    this.trail = trail;
  }

  @GetMapping("/audits/charts/{id}")
  ResponseEntity<String> chart(HttpServletRequest request, @PathVariable UUID id) {
    return page(request, id, Map.of(), List.of());
  }

  private ResponseEntity<String> page(
      HttpServletRequest request, UUID id, Map<String, String> typed, List<String> problems) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    var chart = charts.visible(id);
    var encounter = encounters.get(chart.encounterId());
    var patient = patients.get(encounter.patientId());
    trail.read("coding audit chart", chart.id(), patient.id().value());
    var values = new LinkedHashMap<String, Object>();
    values.put("chart", chart);
    values.put("encounter", encounter);
    values.put("patient", patient);
    values.put("documents", encounters.documents(chart.encounterId()));
    values.put("refusal", desk.refusal(chart));
    values.put("changedSince", charts.isChangedSince(chart));
    values.put("hidden", chart.isBlind() && Acting.actor().may(Permission.AUDIT_CODING));
    values.put("typed", typed);
    values.put("problems", problems);
    return pages.page(
        request,
        "audits",
        "Audit of chart " + chart.visitNumber(),
        "codingaudit/chart.jte",
        values);
  }

  /// The auditor's own coding.
  @PostMapping("/audits/charts/{id}/coding")
  ResponseEntity<String> code(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String diagnoses,
      @RequestParam(defaultValue = "") String procedures) {
    var problems = desk.code(id, diagnoses, procedures);
    if (problems.isEmpty()) return back(id);
    var typed = new LinkedHashMap<String, String>();
    typed.put("diagnoses", diagnoses);
    typed.put("procedures", procedures);
    return page(request, id, typed, problems);
  }

  /// The auditor's word on each code.
  @PostMapping("/audits/charts/{id}/review")
  ResponseEntity<String> review(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> form) {
    AccessDeniedForActor.unless(Permission.AUDIT_CODING);
    List<String> problems;
    try {
      problems =
          desk.review(
              id,
              reviewed(form),
              first(form, "first"),
              first(form, "diagnoses"),
              first(form, "procedures"));
    } catch (AuditRefusal refusal) {
      problems = List.of(String.valueOf(refusal.getMessage()));
    }
    if (problems.isEmpty()) return back(id);
    var typed = new LinkedHashMap<String, String>();
    form.forEach((name, all) -> {
      for (int i = 0; i < all.size(); i++) typed.put(i == 0 ? name : name + i, all.get(i));
    });
    return page(request, id, typed, problems);
  }

  private static List<ReviewedCode> reviewed(MultiValueMap<String, String> form) {
    var codes = form.getOrDefault("code", List.of());
    var reviewed = new ArrayList<ReviewedCode>();
    for (int i = 0; i < codes.size(); i++) {
      boolean isDisagreed = first(form, "opinion" + i).equals("DISAGREE");
      reviewed.add(
          new ReviewedCode(
              codes.get(i),
              isDisagreed ? Opinion.DISAGREE : Opinion.AGREE,
              first(form, "instead" + i),
              isDisagreed ? first(form, "reason" + i) : ""));
    }
    return reviewed;
  }

  private static String first(MultiValueMap<String, String> form, String field) {
    String value = form.getFirst(field);
    return value == null ? "" : value;
  }

  /// Reasons and topics of all differences; with `then=release` the coder gets them.
  @PostMapping("/audits/charts/{id}/reasons")
  ResponseEntity<String> explain(
      @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form) {
    AccessDeniedForActor.unless(Permission.AUDIT_CODING);
    for (var difference : charts.visible(id).differences()) {
      String key = difference.publicId().toString();
      String reason = first(form, "reason-" + key);
      if (!reason.isBlank()) {
        desk.explain(difference.publicId(), reason, topic(first(form, "topic-" + key)));
      }
    }
    if (first(form, "then").equals("release")) desk.release(id);
    return back(id);
  }

  private static Topic topic(String name) {
    return Arrays.stream(Topic.values())
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AuditRefusal("Choose a training topic of the list."));
  }

  @PostMapping("/audits/charts/{id}/close")
  ResponseEntity<String> close(@PathVariable UUID id, @RequestParam String text) {
    desk.closeUnanswered(id, text);
    return back(id);
  }

  @PostMapping("/audits/charts/{id}/differences/{difference}/answer")
  ResponseEntity<String> answer(
      @PathVariable UUID id,
      @PathVariable UUID difference,
      @RequestParam String answer,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String reference) {
    if (answer.equals("accept")) answers.accept(difference);
    else answers.rebut(difference, text, reference);
    return back(id);
  }

  @PostMapping("/audits/charts/{id}/differences/{difference}/decision")
  ResponseEntity<String> decide(
      @PathVariable UUID id,
      @PathVariable UUID difference,
      @RequestParam Decision decision,
      @RequestParam(defaultValue = "") String text) {
    desk.decide(difference, decision, text);
    return back(id);
  }

  private static ResponseEntity<String> back(UUID id) {
    return AuditPages.to("/audits/charts/" + id);
  }
}
