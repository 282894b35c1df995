package org.cleanclaim.app.web.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.CoverageRefusal;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.coverage.EligibilityChecks;
import org.cleanclaim.app.coverage.OrderAdvice;
import org.cleanclaim.app.coverage.OrderAdvice.Questionnaire;
import org.cleanclaim.app.coverage.TypedCoverage;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.web.Pages;
import org.cleanclaim.kernel.claim.MedicareSecondReason;
import org.cleanclaim.pricing.cob.MedicareOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A patient's policies: adding one, and the order in which they pay with the reasons for it.
@Controller
class CoveragePages {
  /// What the page asks for while somebody types.
  record Checked(Map<String, String> faults) {}

  /// Answers as typed; empty is not known.
  record Answers(
      @Nullable String entitlement,
      @Nullable String kidneyEligibleSince,
      @Nullable String employment,
      @Nullable String employees,
      @Nullable String accident) {}

  private final Pages pages;
  private final Patients patients;
  private final Coverages coverages;
  private final Payers payers;
  private final EligibilityChecks checks;
  private final AuditTrail audit;

  CoveragePages(
      Pages pages,
      Patients patients,
      Coverages coverages,
      Payers payers,
      EligibilityChecks checks,
      AuditTrail audit) {
    this.pages = pages;
    this.patients = patients;
    this.coverages = coverages;
    this.payers = payers;
    this.checks = checks;
    this.audit = audit;
  }

  @GetMapping("/patients/{id}/coverages/new")
  ResponseEntity<String> blank(HttpServletRequest request, @PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var patient = patients.find(id).orElseThrow();
    return form(request, HttpStatus.OK, patient, TypedCoverage.blank(), Map.of(), "");
  }

  @PostMapping("/patients/{id}/coverages/check")
  ResponseEntity<String> check(@PathVariable UUID id, @ModelAttribute TypedCoverage typed) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var patient = patients.find(id).orElseThrow();
    return PagePart.of(
        switch (typed.read(patient.id(), payers.all(), checks.today())) {
          case TypedCoverage.Read.Faulty(var faults) -> new Checked(faults);
          case TypedCoverage.Read.Whole w -> new Checked(Map.of());
        });
  }

  @PostMapping("/patients/{id}/coverages")
  ResponseEntity<String> add(
      HttpServletRequest request, @PathVariable UUID id, @ModelAttribute TypedCoverage typed) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var patient = patients.find(id).orElseThrow();
    return switch (typed.read(patient.id(), payers.all(), checks.today())) {
      case TypedCoverage.Read.Faulty(var faults) ->
          form(request, HttpStatus.UNPROCESSABLE_CONTENT, patient, typed, faults, "");
      case TypedCoverage.Read.Whole(var coverage) -> {
        try {
          coverages.enter(coverage);
          yield to("/patients/" + id);
        } catch (CoverageRefusal refusal) {
          yield form(
              request,
              HttpStatus.CONFLICT,
              patient,
              typed,
              Map.of(),
              String.valueOf(refusal.getMessage()));
        }
      }
    };
  }

  @GetMapping("/patients/{id}/coverages/order")
  ResponseEntity<String> order(
      HttpServletRequest request, @PathVariable UUID id, @ModelAttribute Answers answers) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    return orderPage(request, HttpStatus.OK, patients.find(id).orElseThrow(), answers, "");
  }

  @PostMapping("/patients/{id}/coverages/order")
  ResponseEntity<String> setOrder(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable List<Long> coverage,
      @RequestParam(required = false) @Nullable List<Integer> place,
      @RequestParam(defaultValue = "") String medicareSecond,
      @RequestParam(defaultValue = "") String reason) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var patient = patients.find(id).orElseThrow();
    try {
      coverages.order(
          patient.id(),
          sorted(coverage, place),
          MedicareSecondReason.ofCode(medicareSecond).orElse(null),
          reason);
      return to("/patients/" + id);
    } catch (CoverageRefusal refusal) {
      return orderPage(
          request,
          HttpStatus.CONFLICT,
          patient,
          new Answers("", "", "", "", ""),
          String.valueOf(refusal.getMessage()));
    }
  }

  /// The policies by the place that was chosen for each; of two in one place none is guessed to be
  /// first, and the order is refused.
  private static List<Long> sorted(@Nullable List<Long> coverages, @Nullable List<Integer> places) {
    if (coverages == null || places == null || coverages.size() != places.size()) return List.of();
    var byPlace = new java.util.TreeMap<Integer, Long>();
    for (int i = 0; i < coverages.size(); i++) byPlace.put(places.get(i), coverages.get(i));
    return byPlace.size() == coverages.size() ? List.copyOf(byPlace.values()) : List.of();
  }

  private ResponseEntity<String> orderPage(
      HttpServletRequest request,
      HttpStatus status,
      Patient patient,
      Answers answers,
      String refusal) {
    audit.read("coverages", patient.id(), patient.id().value());
    var today = checks.today();
    var policies =
        coverages.ofPatient(patient.id()).stream()
            .filter(c -> c.period().contains(today))
            .map(c -> new OrderAdvice.Policy(c, payers.get(c.payerId()).filing()))
            .toList();
    var troubles = new ArrayList<String>();
    if (!refusal.isEmpty()) troubles.add(refusal);
    var values = new LinkedHashMap<String, Object>();
    values.put("patient", patient);
    values.put(
        "advice", OrderAdvice.of(policies, patient.bornOn(), today, read(answers, troubles)));
    values.put("answers", new LinkedHashMap<>(shown(answers)));
    values.put("troubles", troubles);
    return pages.page(
        request, status, "patients", "Who pays first", "registration/order.jte", values);
  }

  private static Map<String, String> shown(Answers answers) {
    return Map.of(
        "entitlement", text(answers.entitlement()),
        "kidneyEligibleSince", text(answers.kidneyEligibleSince()),
        "employment", text(answers.employment()),
        "employees", text(answers.employees()),
        "accident", text(answers.accident()));
  }

  private static Questionnaire read(Answers answers, List<String> troubles) {
    return new Questionnaire(
        one(MedicareOrder.Entitlement.values(), answers.entitlement()),
        day(text(answers.kidneyEligibleSince()), troubles),
        one(MedicareOrder.Employment.values(), answers.employment()),
        text(answers.employees()).matches("[0-9]{1,7}")
            ? Integer.valueOf(text(answers.employees()))
            : null,
        text(answers.accident()).equals("yes"));
  }

  private static <E extends Enum<E>> @Nullable E one(E[] values, @Nullable String word) {
    for (E value : values) {
      if (value.name().equals(text(word))) return value;
    }
    return null;
  }

  private static @Nullable LocalDate day(String text, List<String> troubles) {
    if (text.isEmpty()) return null;
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      troubles.add("A day is written 2026-03-31.");
      return null;
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  private ResponseEntity<String> form(
      HttpServletRequest request,
      HttpStatus status,
      Patient patient,
      TypedCoverage typed,
      Map<String, String> faults,
      String refusal) {
    var values = new LinkedHashMap<String, Object>();
    values.put("patient", patient);
    values.put("typed", typed);
    values.put("payers", payers.all());
    values.put("faults", faults);
    values.put("refusal", refusal);
    return pages.page(
        request, status, "patients", "Add a coverage", "registration/coverage.jte", values);
  }

  private static ResponseEntity<String> to(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
  }
}
