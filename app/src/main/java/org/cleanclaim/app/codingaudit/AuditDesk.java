package org.cleanclaim.app.codingaudit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.codingaudit.AuditDifference.Decision;
import org.cleanclaim.app.codingaudit.AuditedChart.Status;
import org.cleanclaim.app.codingaudit.CodedVisit.Diagnosis;
import org.cleanclaim.app.codingaudit.CodedVisit.Procedure;
import org.cleanclaim.app.codingaudit.ReviewedCode.Opinion;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.staff.Staff;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.codesets.CodeSets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The auditor's work: coding a second time or reviewing, reasons, giving the findings to the
/// coder, deciding on rebuttals. Nobody does any of it for their own coding.
@Component
@Transactional
public class AuditDesk {
  /// Days that a coder has for the answer before the auditor may close without it.
  public static final int ANSWER_DAYS = 14;

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final AuditedCharts charts;
  private final AuditSettlement settlement;
  private final Encounters encounters;
  private final Staff staff;
  private final CodeSets codeSets;
  private final AuditTrail trail;
  private final Organizations organizations;
  private final Clock clock;

  AuditDesk(
      JdbcClient jdbc,
      JsonColumns json,
      AuditedCharts charts,
      AuditSettlement settlement,
      Encounters encounters,
      Staff staff,
      CodeSets codeSets,
      AuditTrail trail,
      Organizations organizations,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.charts = charts;
    this.settlement = settlement;
    this.encounters = encounters;
    this.staff = staff;
    this.codeSets = codeSets;
    this.trail = trail;
    this.organizations = organizations;
    this.clock = clock;
  }

  /// Why the actor may not audit a chart; empty when the actor may.
  @Transactional(readOnly = true)
  public Optional<String> refusal(AuditedChart chart) {
    if (!Acting.actor().may(Permission.AUDIT_CODING)) {
      return Optional.of("This needs the right: " + Permission.AUDIT_CODING.title() + ".");
    }
    return chart.coded().people().contains(Acting.actor().name())
        ? Optional.of("Nobody audits their own coding. Leave this chart to another auditor.")
        : Optional.empty();
  }

  /// Codes a chart a second time and compares.
  ///
  /// @param diagnoses one a line, the first-listed or principal one first
  /// @param procedures one a line with modifiers
  /// @return what could not be read; nothing is kept then. Empty when the chart is compared
  public List<String> code(UUID chartId, String diagnoses, String procedures) {
    var chart = workable(chartId, Status.WAITING);
    if (chart.mode() != AuditPlan.Mode.BLIND) {
      throw new AuditRefusal("This audit is an open review. Say of each code whether it stands.");
    }
    var lines = lines(chart);
    var audited =
        new CodedVisit(
            Acting.actor().name(), lines.diagnoses(diagnoses), lines.procedures(procedures));
    if (!lines.problems().isEmpty()) return lines.problems();
    if (audited.diagnoses().isEmpty() && audited.procedures().isEmpty()) {
      return List.of("Type the codes that you find in the documentation.");
    }
    compare(chart, audited, Map.of());
    return List.of();
  }

  /// Reviews a chart code by code. Every code that was coded needs a word.
  ///
  /// @param firstListed the diagnosis that belongs first; blank when the order stands
  /// @param missedDiagnoses diagnoses that are missing, one a line
  /// @param missedProcedures procedures that are missing, one a line
  /// @return what could not be read; nothing is kept then. Empty when the chart is compared
  public List<String> review(
      UUID chartId,
      List<ReviewedCode> reviewed,
      String firstListed,
      String missedDiagnoses,
      String missedProcedures) {
    var chart = workable(chartId, Status.WAITING);
    if (chart.mode() != AuditPlan.Mode.REVIEW) {
      throw new AuditRefusal("This audit is blind. Code the chart yourself.");
    }
    var left = new ArrayList<>(reviewed);
    var reasons = new HashMap<String, String>();
    var lines = lines(chart);
    var diagnoses = new ArrayList<Diagnosis>();
    for (Diagnosis coded : chart.coded().diagnoses()) {
      var said = take(left, coded.line());
      if (said.opinion() == Opinion.AGREE) diagnoses.add(coded);
      else if (said.instead() != null) diagnoses.addAll(lines.diagnoses(said.instead()));
      if (said.reason() != null) reasons.put(coded.line(), said.reason());
    }
    diagnoses.addAll(lines.diagnoses(missedDiagnoses));
    var procedures = new ArrayList<Procedure>();
    for (Procedure coded : chart.coded().procedures()) {
      var said = take(left, coded.line());
      if (said.opinion() == Opinion.AGREE) procedures.add(coded);
      else if (said.instead() != null) procedures.addAll(lines.procedures(said.instead()));
      if (said.reason() != null) reasons.put(coded.line(), said.reason());
    }
    procedures.addAll(lines.procedures(missedProcedures));
    var first = lines.diagnoses(firstListed);
    if (!lines.problems().isEmpty()) return lines.problems();
    if (!left.isEmpty()) return List.of(left.getFirst().code() + " is no code of this chart.");
    if (!first.isEmpty()) {
      String wanted = first.getFirst().code();
      var found = diagnoses.stream().filter(d -> d.code().equals(wanted)).findFirst();
      if (found.isEmpty())
        return List.of("The first-listed diagnosis is none of those that stand.");
      diagnoses.remove(found.get());
      diagnoses.addFirst(found.get());
    }
    compare(chart, new CodedVisit(Acting.actor().name(), diagnoses, procedures), reasons);
    return List.of();
  }

  private static ReviewedCode take(List<ReviewedCode> left, String line) {
    var said =
        left.stream()
            .filter(r -> plain(r.code()).equals(plain(line)))
            .findFirst()
            .orElseThrow(() -> new AuditRefusal("Say of " + line + " whether it stands."));
    left.remove(said);
    return said;
  }

  /// A line of code as it is compared: the dot of a diagnosis may be left out.
  private static String plain(String line) {
    return line.strip().toUpperCase(Locale.ROOT).replace(".", "");
  }

  private CodeLines lines(AuditedChart chart) {
    return new CodeLines(
        codeSets, encounters.get(chart.encounterId()).servedOn(), Acting.actor().name());
  }

  private void compare(AuditedChart chart, CodedVisit audited, Map<String, String> reasons) {
    var comparison = Comparison.of(chart.coded(), audited);
    jdbc.sql(
            """
            update coding_audit_chart
            set status = 'COMPARED', auditor = :actor, audited = :audited::jsonb, audited_at = :now
            where coding_audit_chart_id = :chart
            """)
        .param("actor", Acting.actor().name())
        .param("audited", json.write(audited))
        .param("now", now())
        .param("chart", chart.id())
        .update();
    for (var agreement : comparison.agreements()) {
      jdbc.sql(
              """
              insert into coding_audit_agreement (coding_audit_chart_id, element, person, agreed)
              values (:chart, :element, :person, :agreed)
              """)
          .param("chart", chart.id())
          .param("element", agreement.element().name())
          .param("person", agreement.person())
          .param("agreed", agreement.count())
          .update();
    }
    for (Mark mark : comparison.marks()) {
      jdbc.sql(
              """
              insert into coding_audit_difference (coding_audit_chart_id, element, kind, coded, correct, person, topic,
                reason)
              values (:chart, :element, :kind, :coded, :correct, :person, :topic, :reason)
              """)
          .param("chart", chart.id())
          .param("element", mark.element().name())
          .param("kind", mark.kind().name())
          .param("coded", mark.coded())
          .param("correct", mark.correct())
          .param("person", mark.person())
          .param("topic", Topic.of(mark).name())
          .param("reason", reason(mark, reasons))
          .update();
    }
    record(chart, "audited coding", comparison.tally().words());
  }

  /// The reason given for the code that a mark is about; a modifier's or indicator's is that of its
  /// code.
  private static @Nullable String reason(Mark mark, Map<String, String> reasons) {
    String coded = mark.coded();
    if (coded == null) return null;
    String code = coded.split(" ", 2)[0];
    return reasons.entrySet().stream()
        .filter(e -> e.getKey().split(" ", 2)[0].equals(code))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /// Writes why a difference is one, and what would teach it.
  public void explain(UUID differenceId, String reason, Topic topic) {
    var chart = charts.ofDifference(differenceId);
    require(chart, Status.COMPARED);
    if (reason.isBlank()) throw new AuditRefusal("Write the reason of the difference.");
    jdbc.sql(
            """
            update coding_audit_difference set reason = :reason, topic = :topic
            where public_id = :id
            """)
        .param("reason", reason.strip())
        .param("topic", topic.name())
        .param("id", differenceId)
        .update();
  }

  /// Gives the findings to the coder; a chart without differences is closed at once.
  public void release(UUID chartId) {
    var chart = workable(chartId, Status.COMPARED);
    if (chart.differences().stream().anyMatch(d -> d.reason() == null)) {
      throw new AuditRefusal("Every difference needs its reason before the coder gets it.");
    }
    jdbc.sql(
            """
            update coding_audit_chart set status = 'WITH_CODER', released_at = :now
            where coding_audit_chart_id = :chart
            """)
        .param("now", now())
        .param("chart", chart.id())
        .update();
    record(chart, "gave audit to coder", null);
    settlement.settle(charts.visible(chartId));
  }

  /// Decides on a rebuttal.
  public void decide(UUID differenceId, Decision decision, String text) {
    var chart = charts.ofDifference(differenceId);
    allow(chart);
    var difference = settlement.difference(chart, differenceId);
    if (difference.answer() != AuditDifference.Answer.REBUTTED || difference.decision() != null) {
      throw new AuditRefusal("Only a rebuttal that nobody has decided on yet takes a decision.");
    }
    if (text.isBlank()) throw new AuditRefusal("Write why you decide so.");
    settlement.decided(differenceId, decision, text.strip());
    record(chart, decision.name().toLowerCase(Locale.ROOT) + " audit finding", text);
    settlement.settle(charts.visible(chart.publicId()));
  }

  /// Upholds what nobody has answered: when the coder has left, or the days for it are over.
  public void closeUnanswered(UUID chartId, String text) {
    var chart = charts.visible(chartId);
    allow(chart);
    if (!chart.isReleased() || chart.status() == Status.CLOSED) {
      throw new AuditRefusal("Only findings that wait for the coder can be closed so.");
    }
    if (text.isBlank()) throw new AuditRefusal("Write why it is closed without an answer.");
    var open = chart.differences().stream().filter(d -> d.answer() == null).toList();
    for (AuditDifference difference : open) {
      if (!mayCloseFor(chart, difference.mark().person())) {
        throw new AuditRefusal(
            "%s has %d days for the answer. Close it after them, or when the person has left."
                .formatted(difference.mark().person(), ANSWER_DAYS));
      }
    }
    open.forEach(d -> settlement.decided(d.publicId(), Decision.UPHELD, text.strip()));
    record(chart, "closed audit without answer", text);
    settlement.settle(charts.visible(chartId));
  }

  private boolean mayCloseFor(AuditedChart chart, String person) {
    var now = clock.instant();
    var today = organizations.today();
    boolean hasLeft = staff.ofUser(person).filter(m -> !m.isEmployedOn(today)).isPresent();
    var released = chart.releasedAt();
    return hasLeft
        || (released != null && !now.isBefore(released.plus(Duration.ofDays(ANSWER_DAYS))));
  }

  private AuditedChart workable(UUID chartId, Status status) {
    var chart = charts.visible(chartId);
    require(chart, status);
    return chart;
  }

  private void require(AuditedChart chart, Status status) {
    allow(chart);
    if (chart.status() != status) {
      throw new AuditRefusal(
          "The audit of this chart has gone on meanwhile. Open it again to see where it stands.");
    }
  }

  private void allow(AuditedChart chart) {
    AccessDeniedForActor.unless(Permission.AUDIT_CODING);
    refusal(chart)
        .ifPresent(sentence -> {
          throw new AuditRefusal(sentence);
        });
  }

  private void record(AuditedChart chart, String action, @Nullable String reason) {
    trail.record(
        action,
        "coding audit chart",
        chart.id(),
        encounters.get(chart.encounterId()).patientId().value(),
        reason);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
