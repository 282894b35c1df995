package org.cleanclaim.app.web.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.coverage.EligibilityChecks;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.PatientRefusal;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.patient.Patients.Candidate;
import org.cleanclaim.app.patient.Registration;
import org.cleanclaim.app.patient.TypedPatient;
import org.cleanclaim.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Registering a patient and changing one, with what is wrong said while somebody types.
@Controller
class RegistrationPages {
  private static final String DEFAULT_REASON = "Corrected at the desk";

  /// What the page asks for while somebody types.
  record Checked(Map<String, String> faults, List<Alike> alike) {}

  record Alike(String id, String text, String reasons) {}

  private final Pages pages;
  private final Patients patients;
  private final EligibilityChecks checks;
  private final AuditTrail audit;

  RegistrationPages(Pages pages, Patients patients, EligibilityChecks checks, AuditTrail audit) {
    this.pages = pages;
    this.patients = patients;
    this.checks = checks;
    this.audit = audit;
  }

  @GetMapping("/patients/new")
  ResponseEntity<String> blank(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    return form(request, HttpStatus.OK, null, TypedPatient.blank(), Map.of(), List.of(), "");
  }

  @PostMapping("/patients/check")
  ResponseEntity<String> check(
      @ModelAttribute TypedPatient typed, @RequestParam(required = false) @Nullable UUID id) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var own = id == null ? null : patients.find(id).orElseThrow().id();
    return PagePart.of(
        switch (typed.read(checks.today())) {
          case TypedPatient.Read.Faulty(var faults) -> new Checked(faults, List.of());
          case TypedPatient.Read.Whole(var registration) ->
              new Checked(
                  Map.of(),
                  patients.alike(registration, own).stream()
                      .map(c ->
                          new Alike(
                              c.patient().publicId().toString(),
                              "%s, born %s, account %s"
                                  .formatted(
                                      c.patient().name().display(),
                                      c.patient().bornOn(),
                                      c.patient().accountNumber()),
                              String.join(", ", c.likeness().reasons())))
                      .toList());
        });
  }

  @PostMapping("/patients")
  ResponseEntity<String> register(
      HttpServletRequest request,
      @ModelAttribute TypedPatient typed,
      @RequestParam(defaultValue = "") String despite) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    return switch (typed.read(checks.today())) {
      case TypedPatient.Read.Faulty(var faults) ->
          form(request, HttpStatus.UNPROCESSABLE_CONTENT, null, typed, faults, List.of(), "");
      case TypedPatient.Read.Whole(var registration) ->
          register(request, typed, registration, !despite.isEmpty());
    };
  }

  private ResponseEntity<String> register(
      HttpServletRequest request,
      TypedPatient typed,
      Registration registration,
      boolean isConfirmed) {
    var alike = patients.alike(registration, null);
    if (!isConfirmed && alike.stream().anyMatch(c -> c.likeness().isLikely())) {
      return form(
          request,
          HttpStatus.CONFLICT,
          null,
          typed,
          Map.of(),
          alike,
          "Nothing was saved: this is most likely somebody on file. Open that record, or register"
              + " in spite of it.");
    }
    boolean isTaken =
        !registration.accountNumber().isEmpty()
            && patients.numbered(registration.accountNumber()).isPresent();
    if (isTaken) {
      return form(
          request,
          HttpStatus.CONFLICT,
          null,
          typed,
          Map.of("accountNumber", "This number is taken. Leave it empty to be given the next."),
          alike,
          "");
    }
    return to(patients.register(registration));
  }

  @GetMapping("/patients/{id}/edit")
  ResponseEntity<String> edit(HttpServletRequest request, @PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var patient = patients.find(id).orElseThrow();
    audit.read("patient", patient.id(), patient.id().value());
    return form(request, HttpStatus.OK, patient, TypedPatient.of(patient), Map.of(), List.of(), "");
  }

  @PostMapping("/patients/{id}/edit")
  ResponseEntity<String> change(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String reason,
      @ModelAttribute TypedPatient typed) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var patient = patients.find(id).orElseThrow();
    return switch (typed.read(checks.today())) {
      case TypedPatient.Read.Faulty(var faults) ->
          form(request, HttpStatus.UNPROCESSABLE_CONTENT, patient, typed, faults, List.of(), "");
      case TypedPatient.Read.Whole(var registration) -> {
        try {
          yield to(
              patients.change(
                  patient.id(),
                  version,
                  registration,
                  reason.isBlank() ? DEFAULT_REASON : reason.strip()));
        } catch (PatientRefusal refusal) {
          yield form(
              request,
              HttpStatus.CONFLICT,
              patient,
              typed,
              Map.of(),
              List.of(),
              String.valueOf(refusal.getMessage()));
        }
      }
    };
  }

  private ResponseEntity<String> form(
      HttpServletRequest request,
      HttpStatus status,
      @Nullable Patient patient,
      TypedPatient typed,
      Map<String, String> faults,
      List<Candidate> alike,
      String refusal) {
    var values = new LinkedHashMap<String, Object>();
    if (patient != null) values.put("patient", patient);
    values.put("typed", typed);
    values.put("faults", faults);
    values.put("alike", alike);
    values.put("refusal", refusal);
    return pages.page(
        request,
        status,
        "patients",
        patient == null ? "Register a patient" : "Change a patient",
        "registration/patient.jte",
        values);
  }

  private static ResponseEntity<String> to(Patient patient) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/patients/" + patient.publicId()))
        .build();
  }
}
