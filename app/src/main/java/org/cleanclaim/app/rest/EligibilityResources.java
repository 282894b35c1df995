package org.cleanclaim.app.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.BenefitSummary;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.coverage.EligibilityCheck;
import org.cleanclaim.app.coverage.EligibilityCheck.Trouble;
import org.cleanclaim.app.coverage.EligibilityChecks;
import org.cleanclaim.app.coverage.EligibilityDesk;
import org.cleanclaim.app.coverage.EligibilityRound;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.timer.DailyRounds;
import org.cleanclaim.app.timer.RoundKind;
import org.cleanclaim.app.transport.Deliveries;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Questions to payers whether somebody is covered, their answers, and what needs somebody.
@RestController
@RequestMapping("/api/v1/eligibility")
class EligibilityResources {
  /// @param trouble OK when the payer has said that all is in order, WAITING before it has answered
  /// @param next what to do, empty when nothing
  /// @param questionRemarks what the payer's system found wrong in the 270 and took all the same
  record CheckResource(
      UUID id,
      UUID patient,
      String payer,
      String plan,
      long coverage,
      LocalDate asOf,
      Instant askedAt,
      @Nullable String why,
      @Nullable Instant answeredAt,
      Trouble trouble,
      String sentence,
      String next,
      @Nullable String questionRemarks,
      @Nullable String settledBy,
      @Nullable String settledNote) {}

  record CheckWithBenefits(CheckResource check, @Nullable BenefitSummary benefits) {}

  record Question(@Nullable Long coverage, @Nullable String asOf) {}

  record RoundBody(@Nullable Integer days, @Nullable Integer oldAfter) {}

  /// @param files names of the 270 files, one for each payer
  record RoundResource(List<String> files, List<String> asked, int known, List<String> without) {}

  record Note(@Nullable String note) {}

  private final EligibilityChecks checks;
  private final EligibilityDesk desk;
  private final EligibilityRound round;
  private final DailyRounds rounds;
  private final Coverages coverages;
  private final Payers payers;
  private final Patients patients;
  private final FileExchange files;
  private final Deliveries deliveries;
  private final AuditTrail audit;

  EligibilityResources(
      EligibilityChecks checks,
      EligibilityDesk desk,
      EligibilityRound round,
      DailyRounds rounds,
      Coverages coverages,
      Payers payers,
      Patients patients,
      FileExchange files,
      Deliveries deliveries,
      AuditTrail audit) {
    this.checks = checks;
    this.desk = desk;
    this.round = round;
    this.rounds = rounds;
    this.coverages = coverages;
    this.payers = payers;
    this.patients = patients;
    this.files = files;
    this.deliveries = deliveries;
    this.audit = audit;
  }

  /// @param patient all of one patient; without it a page of those that need somebody
  @GetMapping
  ListPage<CheckResource> list(
      @RequestParam(required = false) @Nullable UUID patient,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    if (patient == null) {
      audit.record("listed", "eligibility list", "api", null, null);
      return checks.exceptions(page).map(this::resource);
    }
    var found = patients.find(patient).orElseThrow();
    audit.read("eligibility", found.id(), found.id().value());
    return ListPage.single(checks.ofPatient(found.id())).map(this::resource);
  }

  @GetMapping("/{id}")
  CheckWithBenefits one(@PathVariable UUID id) {
    var check = readable(id);
    return new CheckWithBenefits(
        resource(check), check.answer() == null ? null : BenefitSummary.of(check.answer()));
  }

  /// @param which question (270) or answer (271), as it went or came
  @GetMapping(value = "/{id}/files/{which}", produces = "application/edi-x12")
  ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String which) {
    var check = readable(id);
    var file =
        switch (which) {
          case "question" ->
              deliveries.asItWent(Optional.ofNullable(check.questionFile()).orElseThrow());
          case "answer" ->
              files.find(Optional.ofNullable(check.answerFile()).orElseThrow()).orElseThrow();
          default -> throw new BadInput("There are the files question and answer.");
        };
    audit.record("downloaded", "file", file.name(), null, null);
    return ResponseEntity.ok()
        .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
        .body(files.content(file));
  }

  @PostMapping("/checks")
  @ResponseStatus(HttpStatus.CREATED)
  CheckResource ask(@RequestBody Question question) {
    AccessDeniedForActor.unless(Permission.CHECK_ELIGIBILITY);
    if (question.coverage() == null) throw new BadInput("The field coverage is missing: its id.");
    var asOf = question.asOf() == null ? checks.today() : BodyFields.day("asOf", question.asOf());
    try {
      var coverage = coverages.get(question.coverage());
      desk.askAgain(
          payers.get(coverage.payerId()),
          List.of(new EligibilityDesk.Question(coverage.id(), asOf, "Asked at the desk")));
      return resource(checks.ofPatient(coverage.patientId()).getFirst());
    } catch (EmptyResultDataAccessException e) {
      throw new BadInput("There is no coverage " + question.coverage() + ".");
    }
  }

  @PostMapping("/rounds")
  RoundResource go(@RequestBody RoundBody body) {
    AccessDeniedForActor.unless(Permission.CHECK_ELIGIBILITY);
    int days = body.days() == null ? EligibilityRound.DAYS_AHEAD : body.days();
    int old = body.oldAfter() == null ? EligibilityRound.OLD_AFTER : body.oldAfter();
    if (days < 1 || days > 90 || old < 1 || old > 365) {
      throw new BadInput("days is a number from 1 to 90, oldAfter one from 1 to 365.");
    }
    var gone = round.go(days, old);
    return new RoundResource(
        gone.files().stream().map(ExchangedFile::name).toList(),
        gone.asked(),
        gone.known(),
        gone.without());
  }

  /// The round that goes by itself.
  @GetMapping("/daily")
  DailyRounds.Standing daily() {
    AccessDeniedForActor.unless(Permission.CHECK_ELIGIBILITY);
    return rounds.standing(RoundKind.ELIGIBILITY);
  }

  @PutMapping("/daily")
  DailyRounds.Standing setDaily(@RequestBody RoundFields fields) {
    AccessDeniedForActor.unless(Permission.CHECK_ELIGIBILITY);
    rounds.set(RoundKind.ELIGIBILITY, fields.setting(RoundKind.ELIGIBILITY));
    return rounds.standing(RoundKind.ELIGIBILITY);
  }

  @PostMapping("/{id}/settle")
  CheckResource settle(@PathVariable UUID id, @RequestBody Note note) {
    return resource(checks.settle(id, BodyFields.text(note.note())));
  }

  private EligibilityCheck readable(UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var check = checks.find(id).orElseThrow();
    var patient = patients.find(check.patientPublicId()).orElseThrow();
    audit.read("eligibility", check.trace(), patient.id().value());
    return check;
  }

  private CheckResource resource(EligibilityCheck one) {
    var patience = checks.patience();
    var trouble = one.trouble(patience);
    return new CheckResource(
        one.publicId(),
        one.patientPublicId(),
        one.payer(),
        one.plan(),
        one.coverageId(),
        one.asOf(),
        one.askedAt(),
        one.why(),
        one.answeredAt(),
        trouble,
        one.sentence(patience),
        one.nextStep(patience),
        one.questionRemarks(),
        one.settledBy(),
        one.settledNote());
  }
}
