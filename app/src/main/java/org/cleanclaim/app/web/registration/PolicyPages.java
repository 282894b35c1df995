package org.cleanclaim.app.web.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.CoverageCorrections;
import org.cleanclaim.app.coverage.CoverageDays;
import org.cleanclaim.app.coverage.CoverageRefusal;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.coverage.TypedCoverage;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.patient.TypedFields;
import org.cleanclaim.app.web.Pages;
import org.cleanclaim.kernel.claim.MedicareSecondReason;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A policy of a patient: corrected, ended, or withdrawn.
@Controller
class PolicyPages {
  private static final int LEAST_REASON = 5;

  private final Pages pages;
  private final Patients patients;
  private final Coverages coverages;
  private final CoverageCorrections corrections;
  private final Payers payers;
  private final AuditTrail audit;

  PolicyPages(
      Pages pages,
      Patients patients,
      Coverages coverages,
      CoverageCorrections corrections,
      Payers payers,
      AuditTrail audit) {
    this.pages = pages;
    this.patients = patients;
    this.coverages = coverages;
    this.corrections = corrections;
    this.payers = payers;
    this.audit = audit;
  }

  @GetMapping("/patients/{id}/coverages/{coverage}")
  ResponseEntity<String> show(
      HttpServletRequest request, @PathVariable UUID id, @PathVariable long coverage) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var patient = patients.find(id).orElseThrow();
    audit.read("coverages", patient.id(), patient.id().value());
    return page(request, HttpStatus.OK, patient, own(patient, coverage), "");
  }

  @PostMapping("/patients/{id}/coverages/{coverage}/member-id")
  ResponseEntity<String> member(
      HttpServletRequest request,
      @PathVariable UUID id,
      @PathVariable long coverage,
      @RequestParam(defaultValue = "") String memberId,
      @RequestParam(defaultValue = "") String reason) {
    return correct(
        request,
        id,
        coverage,
        page(id, coverage),
        reason,
        (own, fields) -> {
          var number = TypedCoverage.memberId(memberId, payers.get(own.payerId()), fields);
          return () -> corrections.correctMemberId(own.id(), number, reason.strip());
        });
  }

  @PostMapping("/patients/{id}/coverages/{coverage}/accident-number")
  ResponseEntity<String> accident(
      HttpServletRequest request,
      @PathVariable UUID id,
      @PathVariable long coverage,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String reason) {
    return correct(
        request,
        id,
        coverage,
        page(id, coverage),
        reason,
        (own, fields) -> {
          String typed =
              fields.needed("number", number.strip(), "the carrier's number of the accident");
          return () -> corrections.correctCasualtyNumber(own.id(), typed, reason.strip());
        });
  }

  @PostMapping("/patients/{id}/coverages/{coverage}/medicare-second")
  ResponseEntity<String> medicareSecond(
      HttpServletRequest request,
      @PathVariable UUID id,
      @PathVariable long coverage,
      @RequestParam(defaultValue = "") String medicareSecond,
      @RequestParam(defaultValue = "") String reason) {
    return correct(
        request,
        id,
        coverage,
        page(id, coverage),
        reason,
        (own, fields) -> {
          var chosen = MedicareSecondReason.ofCode(medicareSecond);
          if (chosen.isEmpty()) {
            fields.fault("medicareSecond", "Choose why another insurance pays before Medicare.");
          }
          return () ->
              corrections.correctMedicareSecond(own.id(), chosen.orElseThrow(), reason.strip());
        });
  }

  @PostMapping("/patients/{id}/coverages/{coverage}/days")
  ResponseEntity<String> days(
      HttpServletRequest request,
      @PathVariable UUID id,
      @PathVariable long coverage,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String through,
      @RequestParam(defaultValue = "") String reason) {
    return correct(
        request,
        id,
        coverage,
        page(id, coverage),
        reason,
        (own, fields) -> {
          var period = CoverageDays.read(from, through, fields);
          return () -> corrections.correctDays(own.id(), period.orElseThrow(), reason.strip());
        });
  }

  @PostMapping("/patients/{id}/coverages/{coverage}/plan")
  ResponseEntity<String> plan(
      HttpServletRequest request,
      @PathVariable UUID id,
      @PathVariable long coverage,
      @RequestParam(defaultValue = "") String plan,
      @RequestParam(defaultValue = "") String group,
      @RequestParam(defaultValue = "") String reason) {
    return correct(
        request,
        id,
        coverage,
        page(id, coverage),
        reason,
        (own, fields) -> {
          String name = fields.needed("plan", plan.strip(), "the plan's name as on the card");
          String number = fields.optional("group", group.strip());
          return () -> corrections.correctPlan(own.id(), name, number, reason.strip());
        });
  }

  @PostMapping("/patients/{id}/coverages/{coverage}/withdraw")
  ResponseEntity<String> withdraw(
      HttpServletRequest request,
      @PathVariable UUID id,
      @PathVariable long coverage,
      @RequestParam(defaultValue = "") String reason) {
    return correct(
        request,
        id,
        coverage,
        "/patients/" + id,
        reason,
        (own, fields) -> () -> corrections.withdraw(own.id(), reason.strip()));
  }

  /// Corrects one thing of a policy, if everything that was typed for it is right.
  ///
  /// @param next where it goes on
  /// @param typed reads what was typed, tells its faults, and says what is to be done without any
  private ResponseEntity<String> correct(
      HttpServletRequest request,
      UUID id,
      long coverage,
      String next,
      String reason,
      BiFunction<Coverage, TypedFields, Runnable> typed) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var patient = patients.find(id).orElseThrow();
    var own = own(patient, coverage);
    var fields = new TypedFields();
    if (reason.strip().length() < LEAST_REASON) {
      fields.fault("reason", "Say why, in at least five characters.");
    }
    var correction = typed.apply(own, fields);
    if (!fields.faults().isEmpty()) return refused(request, patient, own, fields);
    try {
      correction.run();
    } catch (CoverageRefusal refusal) {
      fields.fault("coverage", String.valueOf(refusal.getMessage()));
      return refused(request, patient, own, fields);
    }
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(next)).build();
  }

  private Coverage own(Patient patient, long coverage) {
    return coverages.ofPatient(patient.id()).stream()
        .filter(c -> c.id() == coverage)
        .findFirst()
        .orElseThrow();
  }

  private ResponseEntity<String> refused(
      HttpServletRequest request, Patient patient, Coverage coverage, TypedFields fields) {
    return page(
        request,
        HttpStatus.UNPROCESSABLE_CONTENT,
        patient,
        coverage,
        "Nothing was saved. " + String.join(" ", fields.faults().values()));
  }

  private ResponseEntity<String> page(
      HttpServletRequest request,
      HttpStatus status,
      Patient patient,
      Coverage coverage,
      String refusal) {
    var values = new LinkedHashMap<String, Object>();
    values.put("patient", patient);
    values.put("coverage", coverage);
    values.put("payer", payers.get(coverage.payerId()));
    values.put("refusal", refusal);
    return pages.page(request, status, "patients", "Coverage", "registration/policy.jte", values);
  }

  private static String page(UUID patient, long coverage) {
    return "/patients/%s/coverages/%d".formatted(patient, coverage);
  }
}
