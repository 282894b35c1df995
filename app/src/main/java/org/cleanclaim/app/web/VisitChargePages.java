package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.charge.CaptureResult;
import org.cleanclaim.app.charge.ChargeEntry;
import org.cleanclaim.app.charge.Charges;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The charges of a visit that is billed by procedures, and the page on which one is captured that
/// nobody has captured.
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
    values.put(
        "diagnoses",
        charts.get(encounter.id()).codes().stream()
            .filter(c -> c.system() == CodeSystem.ICD10CM)
            .toList());
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
      @RequestParam(defaultValue = "") String reason) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var visit = encounters.find(id).orElseThrow().id();
    return switch (charges.add(visit, entry(procedure, modifiers, units, diagnosis), reason)) {
      case CaptureResult.Captured _ ->
          ResponseEntity.status(HttpStatus.SEE_OTHER)
              .location(URI.create("/encounters/" + id + "/charges"))
              .build();
      case CaptureResult.NotPriced(String message) -> throw new IllegalStateException(message);
    };
  }

  private static ChargeEntry entry(
      String procedure, String modifiers, String units, List<String> diagnoses) {
    if (diagnoses.isEmpty()) {
      throw new IllegalStateException("Choose the diagnoses that the service was given for.");
    }
    try {
      var typed = new BigDecimal(units.strip());
      if (typed.signum() <= 0) throw new IllegalStateException("Units are more than zero.");
      return new ChargeEntry(
          new ProcedureCode(procedure.strip().toUpperCase(java.util.Locale.ROOT)),
          Stream.of(modifiers.strip().toUpperCase(java.util.Locale.ROOT).split("[ ,]+"))
              .filter(m -> !m.isEmpty())
              .map(Modifier::new)
              .toList(),
          typed,
          diagnoses.stream().map(Icd10Cm::new).toList());
    } catch (NumberFormatException e) {
      throw new IllegalStateException("Units are a number, such as 1 or 2.5.", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("The charge cannot be read: " + e.getMessage(), e);
    }
  }
}
