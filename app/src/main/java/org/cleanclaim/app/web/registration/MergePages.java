package org.cleanclaim.app.web.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.patient.Likeness;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.PatientMerges;
import org.cleanclaim.app.patient.PatientRefusal;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.patient.Registration;
import org.cleanclaim.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Two records side by side, to be merged or not.
@Controller
class MergePages {
  private final Pages pages;
  private final Patients patients;
  private final PatientMerges merges;
  private final AuditTrail audit;

  MergePages(Pages pages, Patients patients, PatientMerges merges, AuditTrail audit) {
    this.pages = pages;
    this.patients = patients;
    this.merges = merges;
    this.audit = audit;
  }

  @GetMapping("/patients/{id}/merge")
  ResponseEntity<String> choose(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String gone) {
    AccessDeniedForActor.unless(Permission.MERGE_PATIENT);
    var patient = patients.find(id).orElseThrow();
    audit.read("patient", patient.id(), patient.id().value());
    return page(request, HttpStatus.OK, patient, gone, "");
  }

  @PostMapping("/patients/{id}/merge")
  ResponseEntity<String> merge(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam String gone,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String confirm) {
    AccessDeniedForActor.unless(Permission.MERGE_PATIENT);
    var patient = patients.find(id).orElseThrow();
    var other = patients.numbered(gone.strip());
    if (other.isEmpty()) {
      return page(request, HttpStatus.UNPROCESSABLE_CONTENT, patient, gone, "");
    }
    try {
      var kept = merges.merge(id, other.get().publicId(), reason, confirm);
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .location(URI.create("/patients/" + kept.publicId()))
          .build();
    } catch (PatientRefusal refusal) {
      return page(
          request, HttpStatus.CONFLICT, patient, gone, String.valueOf(refusal.getMessage()));
    }
  }

  private ResponseEntity<String> page(
      HttpServletRequest request,
      HttpStatus status,
      Patient patient,
      @Nullable String gone,
      String refusal) {
    var values = new LinkedHashMap<String, Object>();
    values.put("patient", patient);
    values.put("alike", patients.alike(Registration.of(patient), patient.id()));
    String account = gone == null ? "" : gone.strip();
    values.put("account", account);
    var other = account.isEmpty() ? null : patients.numbered(account).orElse(null);
    var troubles = new ArrayList<String>();
    if (!refusal.isEmpty()) troubles.add(refusal);
    if (!account.isEmpty() && other == null) {
      troubles.add("There is no account %s.".formatted(account));
    }
    if (other != null && !other.id().equals(patient.id())) {
      audit.read("patient", other.id(), other.id().value());
      values.put("other", other);
      values.put("likeness", Likeness.of(Registration.of(patient), Registration.of(other)));
    }
    values.put("troubles", troubles);
    return pages.page(
        request, status, "patients", "Merge two records", "registration/merge.jte", values);
  }
}
