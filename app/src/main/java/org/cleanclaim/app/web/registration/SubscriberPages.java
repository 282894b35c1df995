package org.cleanclaim.app.web.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.CoverageRefusal;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.coverage.EligibilityChecks;
import org.cleanclaim.app.coverage.Subscribers;
import org.cleanclaim.app.coverage.TypedSubscriber;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Who holds a policy, by date: how it was, how it is, and a change from a day on.
@Controller
class SubscriberPages {
  /// What the page asks for while somebody types.
  record Checked(Map<String, String> faults) {}

  private final Pages pages;
  private final Patients patients;
  private final Coverages coverages;
  private final Subscribers subscribers;
  private final EligibilityChecks checks;
  private final AuditTrail audit;

  SubscriberPages(
      Pages pages,
      Patients patients,
      Coverages coverages,
      Subscribers subscribers,
      EligibilityChecks checks,
      AuditTrail audit) {
    this.pages = pages;
    this.patients = patients;
    this.coverages = coverages;
    this.subscribers = subscribers;
    this.checks = checks;
    this.audit = audit;
  }

  @GetMapping("/patients/{id}/coverages/{coverage}/subscriber")
  ResponseEntity<String> show(
      HttpServletRequest request, @PathVariable UUID id, @PathVariable long coverage) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var patient = patients.find(id).orElseThrow();
    var own = own(patient, coverage);
    audit.read("coverages", patient.id(), patient.id().value());
    return page(request, HttpStatus.OK, patient, own, TypedSubscriber.of(own), Map.of(), "");
  }

  @PostMapping("/patients/{id}/coverages/{coverage}/subscriber/check")
  ResponseEntity<String> check(
      @PathVariable UUID id, @PathVariable long coverage, @ModelAttribute TypedSubscriber typed) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var own = own(patients.find(id).orElseThrow(), coverage);
    return PagePart.of(
        switch (typed.read(own.id(), checks.today())) {
          case TypedSubscriber.Read.Faulty(var faults) -> new Checked(faults);
          case TypedSubscriber.Read.Whole w -> new Checked(Map.of());
        });
  }

  @PostMapping("/patients/{id}/coverages/{coverage}/subscriber")
  ResponseEntity<String> change(
      HttpServletRequest request,
      @PathVariable UUID id,
      @PathVariable long coverage,
      @ModelAttribute TypedSubscriber typed) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var patient = patients.find(id).orElseThrow();
    var own = own(patient, coverage);
    return switch (typed.read(own.id(), checks.today())) {
      case TypedSubscriber.Read.Faulty(var faults) ->
          page(request, HttpStatus.UNPROCESSABLE_CONTENT, patient, own, typed, faults, "");
      case TypedSubscriber.Read.Whole(var from, var subscriber, var reason) -> {
        try {
          subscribers.from(from, own, subscriber, reason);
          yield ResponseEntity.status(HttpStatus.SEE_OTHER)
              .location(URI.create("/patients/%s/coverages/%d/subscriber".formatted(id, coverage)))
              .build();
        } catch (CoverageRefusal refusal) {
          yield page(
              request,
              HttpStatus.CONFLICT,
              patient,
              own,
              typed,
              Map.of(),
              "Nothing was saved. " + refusal.getMessage());
        }
      }
    };
  }

  private Coverage own(Patient patient, long coverage) {
    return coverages.ofPatient(patient.id()).stream()
        .filter(c -> c.id() == coverage)
        .findFirst()
        .orElseThrow();
  }

  private ResponseEntity<String> page(
      HttpServletRequest request,
      HttpStatus status,
      Patient patient,
      Coverage coverage,
      TypedSubscriber typed,
      Map<String, String> faults,
      String refusal) {
    var values = new LinkedHashMap<String, Object>();
    values.put("patient", patient);
    values.put("coverage", coverage);
    values.put("history", subscribers.ofCoverage(coverage.id()));
    values.put("today", checks.today());
    values.put("typed", typed);
    values.put("faults", faults);
    values.put("refusal", refusal);
    return pages.page(
        request, status, "patients", "Subscriber", "registration/subscriber.jte", values);
  }
}
