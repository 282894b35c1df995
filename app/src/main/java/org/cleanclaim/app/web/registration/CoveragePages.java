package org.cleanclaim.app.web.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.CoverageRefusal;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.coverage.EligibilityChecks;
import org.cleanclaim.app.coverage.TypedCoverage;
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

/// A patient's policies: adding one.
@Controller
class CoveragePages {
  /// What the page asks for while somebody types.
  record Checked(Map<String, String> faults) {}

  private final Pages pages;
  private final Patients patients;
  private final Coverages coverages;
  private final Payers payers;
  private final EligibilityChecks checks;

  CoveragePages(
      Pages pages,
      Patients patients,
      Coverages coverages,
      Payers payers,
      EligibilityChecks checks) {
    this.pages = pages;
    this.patients = patients;
    this.coverages = coverages;
    this.payers = payers;
    this.checks = checks;
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
