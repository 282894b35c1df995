package org.cleanclaim.app.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.EligibilityDesk.Question;
import org.cleanclaim.app.encounter.Appointments;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.patient.Patients;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Asks payers about everybody who is expected on the next days, where [RecheckRule] says so: one
/// 270 for each payer.
@Component
@Transactional
public class EligibilityRound {
  /// So many days ahead, today included as the first.
  public static final int DAYS_AHEAD = 7;

  /// An answer older than this is asked for again.
  public static final int OLD_AFTER = 30;

  /// What came of a round.
  ///
  /// @param asked questions with their reason, a sentence each
  /// @param without patients who are expected and have no policy on that day
  public record Round(
      List<ExchangedFile> files, List<String> asked, int known, List<String> without) {
    public Round {
      files = List.copyOf(files);
      asked = List.copyOf(asked);
      without = List.copyOf(without);
    }

    /// What came of it in a few words, with those who have no coverage.
    public String sentence() {
      var said =
          new StringBuilder(
              "%d asked in %d %s, %d known well enough."
                  .formatted(
                      asked.size(), files.size(), files.size() == 1 ? "file" : "files", known));
      without.forEach(one -> said.append(' ').append(one));
      return said.toString();
    }
  }

  private record Visit(LocalDate on, PatientId patient) implements Comparable<Visit> {
    @Override
    public int compareTo(Visit other) {
      int byDay = on.compareTo(other.on);
      return byDay != 0 ? byDay : Long.compare(patient.value(), other.patient.value());
    }
  }

  private final JdbcClient jdbc;
  private final Patients patients;
  private final Appointments appointments;
  private final Encounters encounters;
  private final Coverages coverages;
  private final Payers payers;
  private final EligibilityDesk desk;
  private final EligibilityChecks checks;

  EligibilityRound(
      JdbcClient jdbc,
      Patients patients,
      Appointments appointments,
      Encounters encounters,
      Coverages coverages,
      Payers payers,
      EligibilityDesk desk,
      EligibilityChecks checks) {
    this.jdbc = jdbc;
    this.patients = patients;
    this.appointments = appointments;
    this.encounters = encounters;
    this.coverages = coverages;
    this.payers = payers;
    this.desk = desk;
    this.checks = checks;
  }

  /// Goes a round.
  ///
  /// @param days ahead, today included
  /// @param oldAfter days after which an answer is old
  public Round go(int days, int oldAfter) {
    AccessDeniedForActor.unless(Permission.CHECK_ELIGIBILITY);
    var today = checks.today();
    var last = today.plusDays(days - 1L);
    var visits = new TreeSet<Visit>();
    Stream.concat(
            appointments.between(today, last).stream().map(a -> visit(a.on(), a.patientId())),
            encounters.between(today, last).stream().map(e -> visit(e.servedOn(), e.patientId())))
        .forEach(visits::add);
    Map<Payer, Map<Long, Question>> questions = new LinkedHashMap<>();
    var asked = new ArrayList<String>();
    var without = new ArrayList<String>();
    int known = 0;
    for (Visit visit : visits) {
      var inForce =
          coverages.ofPatient(visit.patient()).stream()
              .filter(c -> c.period().contains(visit.on()))
              .toList();
      if (inForce.isEmpty()) {
        without.add(
            "%s is expected on %s and has no coverage on that day."
                .formatted(account(visit.patient()), visit.on()));
      }
      for (Coverage coverage : inForce) {
        var payer = payers.get(coverage.payerId());
        var why =
            RecheckRule.why(
                new RecheckRule.Visit(visit.on(), payer.filing(), version(coverage.id())),
                checks.last(coverage.id()).orElse(null),
                today,
                oldAfter);
        if (why.isEmpty()) {
          known++;
          continue;
        }
        var ofPayer = questions.computeIfAbsent(payer, p -> new LinkedHashMap<>());
        var before =
            ofPayer.putIfAbsent(coverage.id(), new Question(coverage.id(), visit.on(), why.get()));
        if (before == null) {
          asked.add(
              "%s, %s, for %s: %s."
                  .formatted(account(visit.patient()), coverage.planName(), visit.on(), why.get()));
        }
      }
    }
    var files = new ArrayList<ExchangedFile>();
    questions.forEach((payer, some) -> files.add(desk.askAgain(payer, List.copyOf(some.values()))));
    return new Round(files, asked, known, without);
  }

  private int version(long coverageId) {
    return jdbc.sql("select version from coverage where coverage_id = :id")
        .param("id", coverageId)
        .query(Integer.class)
        .single();
  }

  // Under the record that stands, where another was merged into it.
  private Visit visit(LocalDate on, PatientId record) {
    return new Visit(on, patients.get(record).id());
  }

  private String account(PatientId patient) {
    return "Account " + patients.get(patient).accountNumber();
  }
}
