package org.cleanclaim.app.web.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.CoverageOrder;
import org.cleanclaim.app.coverage.CoverageRefusal;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.coverage.EligibilityChecks;
import org.cleanclaim.app.coverage.OrderAdvice;
import org.cleanclaim.app.coverage.OrderAnswers;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.web.Pages;
import org.cleanclaim.kernel.claim.MedicareSecondReason;
import org.cleanclaim.pricing.cob.GroupCoverage;
import org.cleanclaim.pricing.cob.MedicareOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The order in which a patient's policies of today pay, as advised from what the patient answers,
/// and as somebody decides.
@Controller
class CoverageOrderPages {
  private final Pages pages;
  private final Patients patients;
  private final Coverages coverages;
  private final CoverageOrder order;
  private final Payers payers;
  private final EligibilityChecks checks;
  private final AuditTrail audit;

  CoverageOrderPages(
      Pages pages,
      Patients patients,
      Coverages coverages,
      CoverageOrder order,
      Payers payers,
      EligibilityChecks checks,
      AuditTrail audit) {
    this.pages = pages;
    this.patients = patients;
    this.coverages = coverages;
    this.order = order;
    this.payers = payers;
    this.checks = checks;
    this.audit = audit;
  }

  /// The page, with the answers that are in its address: those about a plan end in its number.
  @GetMapping("/patients/{id}/coverages/order")
  ResponseEntity<String> advice(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam Map<String, String> answers) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    return page(request, HttpStatus.OK, patients.find(id).orElseThrow(), answers, "");
  }

  @PostMapping("/patients/{id}/coverages/order")
  ResponseEntity<String> set(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable List<Long> coverage,
      @RequestParam(required = false) @Nullable List<Integer> place,
      @RequestParam(defaultValue = "") String medicareSecond,
      @RequestParam(defaultValue = "") String reason) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var patient = patients.find(id).orElseThrow();
    try {
      order.set(
          patient.id(),
          sorted(coverage, place),
          MedicareSecondReason.ofCode(medicareSecond).orElse(null),
          reason);
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .location(URI.create("/patients/" + id))
          .build();
    } catch (CoverageRefusal refusal) {
      return page(
          request, HttpStatus.CONFLICT, patient, Map.of(), String.valueOf(refusal.getMessage()));
    }
  }

  /// The policies by the place that was chosen for each; of two in one place none is guessed to be
  /// first, and the order is refused.
  private static List<Long> sorted(@Nullable List<Long> coverages, @Nullable List<Integer> places) {
    if (coverages == null || places == null || coverages.size() != places.size()) return List.of();
    var byPlace = new TreeMap<Integer, Long>();
    for (int i = 0; i < coverages.size(); i++) byPlace.put(places.get(i), coverages.get(i));
    return byPlace.size() == coverages.size() ? List.copyOf(byPlace.values()) : List.of();
  }

  private ResponseEntity<String> page(
      HttpServletRequest request,
      HttpStatus status,
      Patient patient,
      Map<String, String> answers,
      String refusal) {
    audit.read("coverages", patient.id(), patient.id().value());
    var today = checks.today();
    var own =
        coverages.ofPatient(patient.id()).stream().filter(c -> c.period().contains(today)).toList();
    var policies =
        own.stream().map(c -> new OrderAdvice.Policy(c, payers.get(c.payerId()).filing())).toList();
    var troubles = new ArrayList<String>();
    if (!refusal.isEmpty()) troubles.add(refusal);
    var values = new LinkedHashMap<String, Object>();
    values.put("patient", patient);
    values.put(
        "advice", OrderAdvice.of(policies, patient.bornOn(), today, read(own, answers, troubles)));
    values.put("answers", answers);
    values.put("troubles", troubles);
    return pages.page(
        request, status, "patients", "Who pays first", "registration/order.jte", values);
  }

  private static OrderAnswers read(
      List<Coverage> own, Map<String, String> answers, List<String> troubles) {
    var plans = new HashMap<Long, OrderAnswers.OfPlan>();
    for (Coverage coverage : own) {
      plans.put(
          coverage.id(),
          new OrderAnswers.OfPlan(
              one(GroupCoverage.Employment.values(), text(answers, "employment-" + coverage.id())),
              employees(text(answers, "employees-" + coverage.id()), troubles),
              one(GroupCoverage.Custody.values(), text(answers, "custody-" + coverage.id()))));
    }
    return new OrderAnswers(
        one(MedicareOrder.Entitlement.values(), text(answers, "entitlement")),
        day(text(answers, "kidneyEligibleSince"), troubles),
        plans);
  }

  private static <E extends Enum<E>> @Nullable E one(E[] values, String word) {
    for (E value : values) {
      if (value.name().equals(word)) return value;
    }
    return null;
  }

  private static @Nullable Integer employees(String text, List<String> troubles) {
    if (text.isEmpty()) return null;
    if (text.matches("[0-9]{1,7}")) return Integer.valueOf(text);
    troubles.add("How many work for the employer is a number such as 250.");
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

  private static String text(Map<String, String> answers, String name) {
    return answers.getOrDefault(name, "").strip();
  }
}
