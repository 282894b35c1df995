package org.cleanclaim.app.codingaudit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.codingaudit.AuditDifference.Answer;
import org.cleanclaim.app.codingaudit.AuditedChart.Status;
import org.cleanclaim.app.encounter.Encounters;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The coder's answers to the findings on the coder's own work. Each is given once.
@Component
@Transactional
public class AuditAnswers {
  private final JdbcClient jdbc;
  private final AuditedCharts charts;
  private final AuditSettlement settlement;
  private final Encounters encounters;
  private final AuditTrail trail;
  private final Clock clock;

  AuditAnswers(
      JdbcClient jdbc,
      AuditedCharts charts,
      AuditSettlement settlement,
      Encounters encounters,
      AuditTrail trail,
      Clock clock) {
    this.jdbc = jdbc;
    this.charts = charts;
    this.settlement = settlement;
    this.encounters = encounters;
    this.trail = trail;
    this.clock = clock;
  }

  /// The coder agrees with the finding.
  public void accept(UUID differenceId) {
    answer(differenceId, Answer.ACCEPTED, null, null);
  }

  /// The coder holds against it.
  ///
  /// @param reference what the coder rests on: a guideline, Coding Clinic, a place in the note
  public void rebut(UUID differenceId, String text, String reference) {
    if (text.isBlank() || reference.isBlank()) {
      throw new AuditRefusal("A rebuttal needs a text and a reference that it rests on.");
    }
    answer(differenceId, Answer.REBUTTED, text.strip(), reference.strip());
  }

  private void answer(
      UUID differenceId, Answer answer, @Nullable String text, @Nullable String reference) {
    var chart = charts.ofDifference(differenceId);
    var difference = settlement.difference(chart, differenceId);
    if (!difference.mark().person().equals(Acting.actor().name())) {
      AccessDeniedForActor.unless(Permission.AUDIT_CODING);
      throw new AuditRefusal("Only whose coding it is answers a finding.");
    }
    if (!chart.isReleased()
        || chart.status() == Status.CLOSED
        || difference.isSettled()
        || difference.answer() != null) {
      throw new AuditRefusal("This finding takes no answer any more.");
    }
    jdbc.sql(
            """
            update coding_audit_difference
            set answer = :answer, answer_text = :text, answer_reference = :reference, answered_at = :now
            where public_id = :id
            """)
        .param("answer", answer.name())
        .param("text", text)
        .param("reference", reference)
        .param("now", Timestamp.from(clock.instant()))
        .param("id", differenceId)
        .update();
    trail.record(
        answer.name().toLowerCase(java.util.Locale.ROOT) + " audit finding",
        "coding audit chart",
        chart.id(),
        encounters.get(chart.encounterId()).patientId().value(),
        text);
    settlement.settle(charts.visible(chart.publicId()));
  }
}
