package org.cleanclaim.app.web.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.BenefitSummary;
import org.cleanclaim.app.coverage.CoverageRefusal;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.coverage.EligibilityCheck;
import org.cleanclaim.app.coverage.EligibilityChecks;
import org.cleanclaim.app.coverage.EligibilityDesk;
import org.cleanclaim.app.coverage.EligibilityRound;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.timer.DailyRounds;
import org.cleanclaim.app.timer.RoundKind;
import org.cleanclaim.app.transport.Deliveries;
import org.cleanclaim.app.web.Csv;
import org.cleanclaim.app.web.CsvAnswer;
import org.cleanclaim.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What payers say about coverages: the list of what needs somebody, and one answer to read.
@Controller
class EligibilityPages {
  private final Pages pages;
  private final EligibilityChecks checks;
  private final EligibilityDesk desk;
  private final EligibilityRound round;
  private final DailyRounds rounds;
  private final Coverages coverages;
  private final Patients patients;
  private final Payers payers;
  private final FileExchange files;
  private final Deliveries deliveries;
  private final AuditTrail audit;

  EligibilityPages(
      Pages pages,
      EligibilityChecks checks,
      EligibilityDesk desk,
      EligibilityRound round,
      DailyRounds rounds,
      Coverages coverages,
      Patients patients,
      Payers payers,
      FileExchange files,
      Deliveries deliveries,
      AuditTrail audit) {
    this.pages = pages;
    this.checks = checks;
    this.desk = desk;
    this.round = round;
    this.rounds = rounds;
    this.coverages = coverages;
    this.patients = patients;
    this.payers = payers;
    this.files = files;
    this.deliveries = deliveries;
    this.audit = audit;
  }

  @GetMapping("/eligibility")
  ResponseEntity<String> list(
      HttpServletRequest request, @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    return list(request, null, page);
  }

  @GetMapping(value = "/eligibility.csv", produces = "text/csv")
  ResponseEntity<String> csv() {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var patience = checks.patience();
    var csv = new StringBuilder("day_of_service,patient,payer,plan,what_is_wrong,next,asked_at\n");
    for (var c : ListPage.whole(checks::exceptions)) {
      csv.append(
              Csv.line(
                  c.asOf(),
                  c.patient(),
                  c.payer(),
                  c.plan(),
                  c.sentence(patience),
                  c.nextStep(patience),
                  c.askedAt()))
          .append('\n');
    }
    audit.record("exported eligibility", "eligibility list", "csv", null, null);
    return CsvAnswer.of("eligibility.csv", csv.toString());
  }

  @PostMapping("/eligibility/round")
  ResponseEntity<String> go(
      HttpServletRequest request,
      @RequestParam(defaultValue = "7") int days,
      @RequestParam(defaultValue = "30") int oldAfter) {
    AccessDeniedForActor.unless(Permission.CHECK_ELIGIBILITY);
    return list(request, round.go(Math.clamp(days, 1, 90), Math.clamp(oldAfter, 1, 365)), 1);
  }

  @PostMapping("/eligibility/daily")
  ResponseEntity<String> daily(@ModelAttribute TypedRound typed) {
    AccessDeniedForActor.unless(Permission.CHECK_ELIGIBILITY);
    rounds.set(RoundKind.ELIGIBILITY, typed.setting());
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/eligibility")).build();
  }

  private ResponseEntity<String> list(
      HttpServletRequest request, EligibilityRound.@Nullable Round gone, int page) {
    var values = new LinkedHashMap<String, Object>();
    values.put("page", checks.exceptions(page));
    values.put("patience", checks.patience());
    values.put("daily", rounds.standing(RoundKind.ELIGIBILITY));
    if (gone != null) values.put("round", gone);
    audit.record("listed", "eligibility list", "page", null, null);
    return pages.page(request, "patients", "Eligibility", "eligibility/list.jte", values);
  }

  @PostMapping("/eligibility/ask")
  ResponseEntity<String> ask(
      @RequestParam long coverage,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate asOf) {
    AccessDeniedForActor.unless(Permission.CHECK_ELIGIBILITY);
    var policy = coverages.get(coverage);
    desk.askAgain(
        payers.get(policy.payerId()),
        List.of(
            new EligibilityDesk.Question(
                policy.id(), asOf == null ? checks.today() : asOf, "Asked at the desk")));
    return to(checks.ofPatient(policy.patientId()).getFirst());
  }

  @GetMapping("/eligibility/{id}")
  ResponseEntity<String> one(HttpServletRequest request, @PathVariable UUID id) {
    return page(request, HttpStatus.OK, readable(id), "");
  }

  @PostMapping("/eligibility/{id}/settle")
  ResponseEntity<String> settle(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String note) {
    try {
      return to(checks.settle(id, note));
    } catch (CoverageRefusal refusal) {
      return page(request, HttpStatus.CONFLICT, readable(id), String.valueOf(refusal.getMessage()));
    }
  }

  @GetMapping("/eligibility/{id}/{which:question|answer}.x12")
  ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String which) {
    var check = readable(id);
    var file =
        which.equals("question")
            ? deliveries.asItWent(Optional.ofNullable(check.questionFile()).orElseThrow())
            : files.find(Optional.ofNullable(check.answerFile()).orElseThrow()).orElseThrow();
    audit.record("downloaded", "file", file.name(), null, null);
    return ResponseEntity.ok()
        .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
        .contentType(MediaType.TEXT_PLAIN)
        .body(files.content(file));
  }

  private EligibilityCheck readable(UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var check = checks.find(id).orElseThrow();
    var patient = patients.find(check.patientPublicId()).orElseThrow();
    audit.read("eligibility", check.trace(), patient.id().value());
    return check;
  }

  private ResponseEntity<String> page(
      HttpServletRequest request, HttpStatus status, EligibilityCheck check, String refusal) {
    var values = new LinkedHashMap<String, Object>();
    values.put("check", check);
    values.put("patience", checks.patience());
    values.put("daily", rounds.standing(RoundKind.ELIGIBILITY));
    if (check.answer() != null) values.put("benefits", BenefitSummary.of(check.answer()));
    values.put("refusal", refusal);
    return pages.page(
        request, status, "patients", "What the payer says", "eligibility/answer.jte", values);
  }

  private static ResponseEntity<String> to(EligibilityCheck check) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/eligibility/" + check.publicId()))
        .build();
  }
}
