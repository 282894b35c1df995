package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.charge.CaptureResult;
import org.cleanclaim.app.charge.ChargeEntry;
import org.cleanclaim.app.charge.Charges;
import org.cleanclaim.app.charge.TypedCharge;
import org.cleanclaim.app.charge.TypedDrug;
import org.cleanclaim.app.chart.Chart.ChartCode;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.kernel.code.CodeSystem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The charges of a visit that is billed by procedures: one that nobody has captured, one that is
/// wrong, one that should not be.
@Controller
@RequestMapping("/encounters/{id}/charges")
class VisitChargePages {
  private final Pages pages;
  private final Encounters encounters;
  private final Patients patients;
  private final Charts charts;
  private final Charges charges;
  private final Claims claims;
  private final AuditTrail audit;

  VisitChargePages(
      Pages pages,
      Encounters encounters,
      Patients patients,
      Charts charts,
      Charges charges,
      Claims claims,
      AuditTrail audit) {
    this.pages = pages;
    this.encounters = encounters;
    this.patients = patients;
    this.charts = charts;
    this.charges = charges;
    this.claims = claims;
    this.audit = audit;
  }

  @GetMapping
  ResponseEntity<String> charges(HttpServletRequest request, @PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var encounter = encounters.find(id).orElseThrow();
    audit.read("charges", encounter.visitNumber(), encounter.patientId().value());
    var values = new LinkedHashMap<String, Object>();
    values.put("encounter", encounter);
    values.put("patient", patients.get(encounter.patientId()));
    values.put("charges", charges.ofEncounter(encounter.id()));
    values.put("diagnoses", diagnoses(encounter.id()));
    values.put("claims", claims.ofVisit(encounter.id()));
    return pages.page(
        request,
        "claims",
        "Charges of visit " + encounter.visitNumber(),
        "claim/visit-charges.jte",
        values);
  }

  /// @param modifiers as typed, with blanks between them
  @PostMapping
  ResponseEntity<String> add(
      @PathVariable UUID id,
      @RequestParam String procedure,
      @RequestParam(defaultValue = "") String modifiers,
      @RequestParam(defaultValue = "1") String units,
      @RequestParam(defaultValue = "") List<String> diagnosis,
      TypedDrug drug,
      @RequestParam(defaultValue = "") String reason) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var visit = encounters.find(id).orElseThrow().id();
    var typed = new TypedCharge(procedure, modifiers, units, diagnosis, drug);
    return captured(id, charges.add(visit, entry(visit, typed), reason));
  }

  @PostMapping("/{line}")
  ResponseEntity<String> correct(
      @PathVariable UUID id,
      @PathVariable int line,
      @RequestParam String procedure,
      @RequestParam(defaultValue = "") String modifiers,
      @RequestParam(defaultValue = "1") String units,
      @RequestParam(defaultValue = "") List<String> diagnosis,
      TypedDrug drug,
      @RequestParam(defaultValue = "") String reason) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var visit = encounters.find(id).orElseThrow().id();
    var typed = new TypedCharge(procedure, modifiers, units, diagnosis, drug);
    return captured(id, charges.correct(visit, line, entry(visit, typed), reason));
  }

  @PostMapping("/{line}/withdraw")
  ResponseEntity<String> withdraw(
      @PathVariable UUID id,
      @PathVariable int line,
      @RequestParam(defaultValue = "") String reason) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    charges.withdraw(encounters.find(id).orElseThrow().id(), line, reason);
    return to(id);
  }

  private ChargeEntry entry(EncounterId visit, TypedCharge typed) {
    try {
      return typed.read(diagnoses(visit).stream().map(ChartCode::code).toList());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("The charge cannot be read: " + e.getMessage(), e);
    }
  }

  private List<ChartCode> diagnoses(EncounterId visit) {
    return charts.get(visit).codes().stream()
        .filter(c -> c.system() == CodeSystem.ICD10CM)
        .toList();
  }

  private static ResponseEntity<String> captured(UUID id, CaptureResult result) {
    return switch (result) {
      case CaptureResult.Captured _ -> to(id);
      case CaptureResult.NotPriced(String message) -> throw new IllegalStateException(message);
    };
  }

  private static ResponseEntity<String> to(UUID id) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/encounters/" + id + "/charges"))
        .build();
  }
}
