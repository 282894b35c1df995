package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.authorization.Authorizations;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.coverage.EligibilityChecks;
import org.cleanclaim.app.coverage.EligibilityDesk;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.patient.Guarantors;
import org.cleanclaim.app.patient.PatientMerges;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.statement.Statements;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Patients and their accounts.
@Controller
class PatientPages {

  private final Pages pages;
  private final Patients patients;
  private final Coverages coverages;
  private final Payers payers;
  private final EligibilityDesk eligibility;
  private final EligibilityChecks eligibilityChecks;
  private final PatientMerges merges;
  private final Guarantors guarantors;
  private final Encounters encounters;
  private final Claims claims;
  private final Statements statements;
  private final Ledger ledger;
  private final Authorizations authorizations;
  private final AuditTrail audit;

  PatientPages(
      Pages pages,
      Patients patients,
      Coverages coverages,
      Payers payers,
      EligibilityDesk eligibility,
      EligibilityChecks eligibilityChecks,
      PatientMerges merges,
      Guarantors guarantors,
      Encounters encounters,
      Claims claims,
      Statements statements,
      Ledger ledger,
      Authorizations authorizations,
      AuditTrail audit) {
    this.pages = pages;
    this.patients = patients;
    this.coverages = coverages;
    this.payers = payers;
    this.eligibility = eligibility;
    this.eligibilityChecks = eligibilityChecks;
    this.merges = merges;
    this.guarantors = guarantors;
    this.encounters = encounters;
    this.claims = claims;
    this.statements = statements;
    this.ledger = ledger;
    this.authorizations = authorizations;
    this.audit = audit;
  }

  @GetMapping("/patients")
  ResponseEntity<String> patients(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    return pages.page(
        request,
        "patients",
        "Patients",
        "patient/list.jte",
        Map.of("page", patients.search(q, page), "query", q));
  }

  @GetMapping("/patients/{id}")
  ResponseEntity<String> patient(HttpServletRequest request, @PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var patient = patients.find(id).orElseThrow();
    audit.read("patient", patient.id(), patient.id().value());
    var answers = new LinkedHashMap<Long, EligibilityAnswer>();
    var policies = coverages.ofPatient(patient.id());
    policies.forEach(c -> eligibility.latestAnswer(c.id()).ifPresent(a -> answers.put(c.id(), a)));
    var values = new LinkedHashMap<String, Object>();
    values.put("patient", patient);
    values.put("coverages", policies);
    values.put(
        "payers",
        policies.stream()
            .map(Coverage::payerId)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), payer -> payers.get(payer).name())));
    values.put("doubled", coverages.doubled(policies));
    values.put("answers", answers);
    values.put("encounters", encounters.ofPatient(patient.id()));
    values.put("claims", claims.ofPatient(patient.id()));
    values.put("ledger", ledger.ofPatient(patient.id().value()));
    values.put("balance", ledger.patientBalance(patient.id().value()));
    values.put("statements", statements.ofPatient(patient.id()));
    values.put("checks", eligibilityChecks.ofPatient(patient.id()));
    values.put("before", patients.before(patient.id()));
    values.put("merged", merges.into(patient.id()));
    values.put("guarantors", guarantors.ofPatient(patient.id()));
    values.put("authorizations", authorizations.ofPatient(patient.id()));
    values.put("today", authorizations.today());
    return pages.page(request, "patients", "Patient account", "patient/patient.jte", values);
  }

  @GetMapping("/statements/{id}.pdf")
  ResponseEntity<byte[]> statement(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    var statement = statements.find(id).orElseThrow();
    audit.read("statement", statement.number(), statement.patientId());
    return ResponseEntity.ok()
        .header("Content-Disposition", "inline; filename=\"" + statement.number() + ".pdf\"")
        .contentType(MediaType.APPLICATION_PDF)
        .body(statements.pdf(statement));
  }
}
