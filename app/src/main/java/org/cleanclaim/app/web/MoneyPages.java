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
import org.cleanclaim.app.remittance.EobPaper;
import org.cleanclaim.app.remittance.ExceptionQueue;
import org.cleanclaim.app.remittance.Remittances;
import org.cleanclaim.app.statement.Statements;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.worklist.Worklists;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Remittances and patient accounts.
@Controller
class MoneyPages {

  private final Pages pages;
  private final Worklists worklists;
  private final Remittances remittances;
  private final ExceptionQueue exceptions;
  private final EobPaper papers;
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

  MoneyPages(
      Pages pages,
      Worklists worklists,
      Remittances remittances,
      ExceptionQueue exceptions,
      EobPaper papers,
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
    this.worklists = worklists;
    this.remittances = remittances;
    this.exceptions = exceptions;
    this.papers = papers;
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

  @GetMapping("/remittances")
  ResponseEntity<String> remittances(
      HttpServletRequest request,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "1") int decide,
      @RequestParam(defaultValue = "ALL") ExceptionQueue.Shown show) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    return pages.page(
        request,
        "remittances",
        "Remittances",
        "remittance/list.jte",
        Map.of(
            "remittances",
            worklists.remittances(page),
            "exceptions",
            exceptions.open(show, decide),
            "show",
            show));
  }

  @GetMapping("/remittances/{id}")
  ResponseEntity<String> remittance(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(name = "claims", defaultValue = "1") int part) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    int asked = Math.max(1, part);
    var remittance = remittances.content(id, asked).orElseThrow();
    var counts = remittances.counts(id);
    audit.record("read", "remittance", id, null, null);
    return pages.page(
        request,
        "remittances",
        "Remittance " + remittance.trace(),
        "remittance/remittance.jte",
        Map.of(
            "id",
            id,
            "remittance",
            remittance,
            "counts",
            counts,
            "claims",
            remittance.claims().size() == counts.claims()
                ? ListPage.single(remittance.claims())
                : new ListPage<>(
                    remittance.claims(), asked, (long) asked * ListPage.ROWS < counts.claims()),
            "proof",
            remittances.proof(id),
            "exceptions",
            exceptions.of(id, page),
            "hasPaper",
            papers.of(id).isPresent(),
            "isPaperMissing",
            papers.isMissing(id)));
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
