package org.cleanclaim.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cleanclaim.app.authorization.AuthorizationKind;
import org.cleanclaim.app.authorization.AuthorizationNeed;
import org.cleanclaim.app.authorization.AuthorizationRequests;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.coverage.EligibilityDesk;
import org.cleanclaim.app.demo.Scenario.AuthorizationAsked;
import org.cleanclaim.app.demo.Scenario.EncounterEntry;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.exchange.Home;
import org.cleanclaim.app.followup.SilentClaim;
import org.cleanclaim.app.followup.SilentClaims;
import org.cleanclaim.app.followup.StatusDesk;
import org.cleanclaim.app.intake.Intake;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.submission.Submissions;
import org.cleanclaim.app.submission.Submissions.SubmitResult;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.payer.AnswerFile;
import org.springframework.stereotype.Component;

/// Carries files between the practice and the payers: out of the outbox, into the inbox.
@Component
class DemoPayers {
  private final Payers payers;
  private final Patients patients;
  private final AuthorizationRequests authorizations;
  private final Coverages coverages;
  private final EligibilityDesk eligibility;
  private final Submissions submissions;
  private final FileExchange files;
  private final Intake intake;
  private final SilentClaims silentClaims;
  private final StatusDesk statusDesk;
  private final DemoVisits visits;
  private final Home home;

  DemoPayers(
      Payers payers,
      Patients patients,
      AuthorizationRequests authorizations,
      Coverages coverages,
      EligibilityDesk eligibility,
      Submissions submissions,
      FileExchange files,
      Intake intake,
      SilentClaims silentClaims,
      StatusDesk statusDesk,
      DemoVisits visits,
      Home home) {
    this.payers = payers;
    this.patients = patients;
    this.authorizations = authorizations;
    this.coverages = coverages;
    this.eligibility = eligibility;
    this.submissions = submissions;
    this.files = files;
    this.intake = intake;
    this.silentClaims = silentClaims;
    this.statusDesk = statusDesk;
    this.visits = visits;
    this.home = home;
  }

  void askEligibility(
      Scenario scenario,
      PayerCounterparts counterparts,
      List<EncounterEntry> today,
      LocalDate day) {
    for (Payer payer : payers.all()) {
      var questions = new ArrayList<EligibilityDesk.Question>();
      for (EncounterEntry entry : today) {
        coverages
            .primary(visits.find(entry).patientId(), day)
            .filter(c -> c.payerId() == payer.id())
            .ifPresent(c -> questions.add(new EligibilityDesk.Question(c.id(), day)));
      }
      if (questions.isEmpty()) continue;
      eligibility
          .ask(payer, questions)
          .ifPresent(file -> deliver(counterparts, payer, file, day.atTime(8, 30)));
    }
  }

  /// Sends what is ready, each Tuesday and Friday and on the last working day of the scenario's
  /// visits.
  void submit(PayerCounterparts counterparts, LocalDate day) {
    if (day.getDayOfWeek() != DayOfWeek.TUESDAY && day.getDayOfWeek() != DayOfWeek.FRIDAY) return;
    for (Payer payer : payers.all()) {
      if (submissions.submit(payer) instanceof SubmitResult.Submitted submitted) {
        for (ExchangedFile file : submitted.files()) {
          deliver(counterparts, payer, file, day.atTime(17, 0));
        }
      }
    }
  }

  /// Asks a payer for its leave before a visit.
  void askAuthorization(
      Scenario scenario, PayerCounterparts counterparts, AuthorizationAsked asked) {
    var payer =
        payers.all().stream().filter(p -> p.slug().equals(asked.payer())).findFirst().orElseThrow();
    var visit =
        scenario.encounters().stream()
            .filter(e -> e.id().equals(asked.visit()))
            .findFirst()
            .orElseThrow();
    var patient =
        patients.numbered(DemoRegistration.accountNumber(visit.patient())).orElseThrow().id();
    var one =
        authorizations.ask(
            patient,
            payer.id(),
            new AuthorizationNeed(
                AuthorizationKind.PRIOR_AUTHORIZATION,
                List.of(
                    new AuthorizationNeed.Service(
                        new ProcedureCode(asked.code()), BigDecimal.valueOf(asked.units()))),
                asked.from(),
                asked.through(),
                List.of(asked.diagnosis()),
                new PlaceOfService(visit.place()),
                AuthorizationNeed.Urgency.ELECTIVE,
                asked.note()));
    for (var request : authorizations.of(one)) {
      files
          .find(Objects.requireNonNull(request.questionFile()))
          .ifPresent(file -> deliver(counterparts, payer, file, asked.on().atTime(10, 0)));
    }
  }

  void collectPayments(PayerCounterparts counterparts, LocalDate day) {
    for (String slug : counterparts.slugs()) {
      take(counterparts.payRun(slug, day.atTime(6, 0)));
    }
  }

  /// Asks payers where the claims stand that they have been silent about for too long.
  void askSilent(PayerCounterparts counterparts, LocalDate day) {
    for (Payer payer : payers.all()) {
      var silent =
          silentClaims.list(payer.slug(), null).stream().map(SilentClaim::publicId).toList();
      if (silent.isEmpty()) continue;
      for (ExchangedFile file : statusDesk.ask(silent).files()) {
        deliver(counterparts, payer, file, day.atTime(11, 0));
      }
    }
  }

  private void deliver(
      PayerCounterparts counterparts, Payer payer, ExchangedFile file, LocalDateTime at) {
    take(counterparts.receive(payer.slug(), file.name(), files.content(file), at));
  }

  private void take(List<AnswerFile> answers) {
    for (AnswerFile answer : answers) {
      try {
        Files.write(home.inbox().resolve(answer.name()), answer.bytes());
      } catch (IOException e) {
        throw new UncheckedIOException("The inbox " + home.inbox() + " cannot be written.", e);
      }
      intake.receive(answer.name(), answer.bytes());
    }
  }
}
