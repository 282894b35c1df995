package org.cleanclaim.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.codingaudit.AuditAnswers;
import org.cleanclaim.app.codingaudit.AuditCriteria;
import org.cleanclaim.app.codingaudit.AuditDesk;
import org.cleanclaim.app.codingaudit.AuditDifference;
import org.cleanclaim.app.codingaudit.AuditDifference.Answer;
import org.cleanclaim.app.codingaudit.AuditDifference.Decision;
import org.cleanclaim.app.codingaudit.AuditPlan;
import org.cleanclaim.app.codingaudit.AuditedChart;
import org.cleanclaim.app.codingaudit.AuditedCharts;
import org.cleanclaim.app.codingaudit.CodingAudits;
import org.cleanclaim.app.codingaudit.Sample;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The audit of the demo month: a blind second coding of a random sample, with answers and
/// decisions. Charts of the sample for which nothing is scripted wait for the auditor.
@Component
class DemoAudit {

  /// The script.
  record Script(
      String name,
      LocalDate from,
      LocalDate to,
      int perCoder,
      long seed,
      String plannedBy,
      String auditor,
      List<ScriptedChart> charts) {}

  record ScriptedChart(
      String visit,
      List<String> diagnoses,
      List<String> procedures,
      List<ScriptedDifference> differences) {}

  /// @param code the code that is added, as it begins
  /// @param decision null where the rebuttal waits for the auditor
  record ScriptedDifference(
      String code,
      String reason,
      Answer answer,
      @Nullable String text,
      @Nullable String reference,
      @Nullable Decision decision,
      @Nullable String decisionText) {}

  private final CodingAudits audits;
  private final AuditedCharts charts;
  private final AuditDesk desk;
  private final AuditAnswers answers;

  DemoAudit(CodingAudits audits, AuditedCharts charts, AuditDesk desk, AuditAnswers answers) {
    this.audits = audits;
    this.charts = charts;
    this.desk = desk;
    this.answers = answers;
  }

  /// Draws the sample and plays what is scripted.
  void play(Script script) {
    var plan =
        new AuditPlan(
            script.name(),
            script.from(),
            script.to(),
            List.of(),
            AuditPlan.Mode.BLIND,
            new Sample(script.seed(), new Sample.Size.Count(script.perCoder())),
            AuditCriteria.NONE,
            AuditPlan.USUAL_GOAL);
    var audit = as(script.plannedBy(), Role.MANAGER, () -> audits.plan(plan));
    for (AuditedChart chart : charts.ofAudit(audit)) {
      script.charts().stream()
          .filter(c -> c.visit().equals(chart.visitNumber()))
          .findFirst()
          .ifPresent(scripted -> play(script.auditor(), chart.publicId(), scripted));
    }
  }

  private void play(String auditor, UUID chart, ScriptedChart scripted) {
    as(
        auditor,
        Role.AUDITOR,
        () -> {
          var problems =
              desk.code(
                  chart,
                  String.join("\n", scripted.diagnoses()),
                  String.join("\n", scripted.procedures()));
          if (!problems.isEmpty()) throw new IllegalStateException(problems.toString());
          for (AuditDifference difference : charts.visible(chart).differences()) {
            scripted(scripted, difference)
                .ifPresent(
                    s -> desk.explain(difference.publicId(), s.reason(), difference.topic()));
          }
          desk.release(chart);
          return true;
        });
    for (AuditDifference difference : charts.visible(chart).differences()) {
      scripted(scripted, difference).ifPresent(s -> settle(auditor, difference, s));
    }
  }

  private void settle(String auditor, AuditDifference difference, ScriptedDifference scripted) {
    String text = scripted.text();
    String reference = scripted.reference();
    as(
        difference.mark().person(),
        Role.CODER,
        () -> {
          if (text == null || reference == null) answers.accept(difference.publicId());
          else answers.rebut(difference.publicId(), text, reference);
          return true;
        });
    Decision decision = scripted.decision();
    if (decision == null) return;
    as(
        auditor,
        Role.AUDITOR,
        () -> {
          desk.decide(difference.publicId(), decision, String.valueOf(scripted.decisionText()));
          return true;
        });
  }

  private static Optional<ScriptedDifference> scripted(
      ScriptedChart chart, AuditDifference difference) {
    String correct = String.valueOf(difference.mark().correct());
    return chart.differences().stream().filter(d -> correct.startsWith(d.code())).findFirst();
  }

  private static <R, X extends Throwable> R as(
      String userName, Role role, ScopedValue.CallableOp<R, X> work) throws X {
    return Acting.as(
        new Actor(Acting.actor().organizationId(), userName, Set.of(role), false), work);
  }
}
