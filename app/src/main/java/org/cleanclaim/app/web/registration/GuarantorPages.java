package org.cleanclaim.app.web.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.coverage.EligibilityChecks;
import org.cleanclaim.app.patient.Guarantors;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.PatientRefusal;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.patient.TypedGuarantor;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.web.Csv;
import org.cleanclaim.app.web.CsvAnswer;
import org.cleanclaim.app.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who answers for the bills of patients: those of a day as a list, and of one patient by date.
@Controller
class GuarantorPages {

  /// What the page asks for while somebody types.
  record Checked(Map<String, String> faults) {}

  private final Pages pages;
  private final Patients patients;
  private final Guarantors guarantors;
  private final EligibilityChecks checks;
  private final AuditTrail audit;

  GuarantorPages(
      Pages pages,
      Patients patients,
      Guarantors guarantors,
      EligibilityChecks checks,
      AuditTrail audit) {
    this.pages = pages;
    this.patients = patients;
    this.guarantors = guarantors;
    this.checks = checks;
    this.audit = audit;
  }

  @GetMapping("/guarantors")
  ResponseEntity<String> list(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var day = day(on);
    audit.record("listed", "guarantors", "page", null, null);
    var values = new LinkedHashMap<String, Object>();
    values.put("page", guarantors.answering(day, q, page));
    values.put("on", day);
    values.put("query", q);
    return pages.page(request, "patients", "Guarantors", "registration/guarantors.jte", values);
  }

  @GetMapping(value = "/guarantors.csv", produces = "text/csv")
  ResponseEntity<String> csv(
      @RequestParam(defaultValue = "") String on, @RequestParam(defaultValue = "") String q) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var csv =
        new StringBuilder(
            "guarantor,relationship,address,city,state,zip,phone,account,patient,from,through\n");
    var day = day(on);
    for (var row : ListPage.whole(page -> guarantors.answering(day, q, page))) {
      var one = row.guarantor();
      var until = one.period().until();
      csv.append(
              Csv.line(
                  one.name().display(),
                  one.relationship(),
                  one.address().line1(),
                  one.address().city(),
                  one.address().state(),
                  one.address().postalCode(),
                  one.phone(),
                  row.accountNumber(),
                  row.patient(),
                  one.period().from(),
                  until == null ? null : until.minusDays(1)))
          .append('\n');
    }
    audit.record("exported", "guarantors", "csv", null, null);
    return CsvAnswer.of("guarantors.csv", csv.toString());
  }

  @GetMapping("/patients/{id}/guarantors")
  ResponseEntity<String> ofPatient(HttpServletRequest request, @PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var patient = patients.find(id).orElseThrow();
    audit.read("patient", patient.id(), patient.id().value());
    return page(request, HttpStatus.OK, patient, TypedGuarantor.at(patient), Map.of(), "");
  }

  @PostMapping("/patients/{id}/guarantors/check")
  ResponseEntity<String> check(@PathVariable UUID id, @ModelAttribute TypedGuarantor typed) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    return PagePart.of(
        switch (typed.read(patients.find(id).orElseThrow().id())) {
          case TypedGuarantor.Read.Faulty(var faults) -> new Checked(faults);
          case TypedGuarantor.Read.Whole w -> new Checked(Map.of());
        });
  }

  @PostMapping("/patients/{id}/guarantors")
  ResponseEntity<String> set(
      HttpServletRequest request, @PathVariable UUID id, @ModelAttribute TypedGuarantor typed) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var patient = patients.find(id).orElseThrow();
    return switch (typed.read(patient.id())) {
      case TypedGuarantor.Read.Faulty(var faults) ->
          page(request, HttpStatus.UNPROCESSABLE_CONTENT, patient, typed, faults, "");
      case TypedGuarantor.Read.Whole(var from, var guarantor) -> {
        try {
          guarantors.from(from, patient.id(), guarantor);
          yield to(id);
        } catch (PatientRefusal refusal) {
          yield page(
              request,
              HttpStatus.CONFLICT,
              patient,
              typed,
              Map.of(),
              "Nothing was saved. " + refusal.getMessage());
        }
      }
    };
  }

  @PostMapping("/patients/{id}/guarantors/end")
  ResponseEntity<String> end(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String through) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var patient = patients.find(id).orElseThrow();
    try {
      guarantors.end(LocalDate.parse(through.strip()), patient.id());
      return to(id);
    } catch (DateTimeParseException e) {
      return refused(request, patient, "A day is written 2026-03-31.");
    } catch (PatientRefusal refusal) {
      return refused(request, patient, String.valueOf(refusal.getMessage()));
    }
  }

  private ResponseEntity<String> refused(
      HttpServletRequest request, Patient patient, String sentence) {
    return page(
        request,
        HttpStatus.CONFLICT,
        patient,
        TypedGuarantor.at(patient),
        Map.of(),
        "Nothing was saved. " + sentence);
  }

  private static ResponseEntity<String> to(UUID patient) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/patients/" + patient + "/guarantors"))
        .build();
  }

  private ResponseEntity<String> page(
      HttpServletRequest request,
      HttpStatus status,
      Patient patient,
      TypedGuarantor typed,
      Map<String, String> faults,
      String refusal) {
    var values = new LinkedHashMap<String, Object>();
    values.put("patient", patient);
    values.put("history", guarantors.ofPatient(patient.id()));
    values.put("today", checks.today());
    values.put("typed", typed);
    values.put("faults", faults);
    values.put("refusal", refusal);
    return pages.page(
        request,
        status,
        "patients",
        "Who answers for the bill",
        "registration/guarantor.jte",
        values);
  }

  /// A day that nobody can read counts as today.
  private LocalDate day(String text) {
    try {
      return text.isBlank() ? checks.today() : LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      return checks.today();
    }
  }
}
