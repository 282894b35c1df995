package org.cleanclaim.app.rest;

import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.codingaudit.AuditAnswers;
import org.cleanclaim.app.codingaudit.AuditDesk;
import org.cleanclaim.app.codingaudit.AuditDifference.Answer;
import org.cleanclaim.app.codingaudit.AuditDifference.Decision;
import org.cleanclaim.app.codingaudit.AuditedChart;
import org.cleanclaim.app.codingaudit.AuditedCharts;
import org.cleanclaim.app.codingaudit.ReviewedCode;
import org.cleanclaim.app.codingaudit.Topic;
import org.cleanclaim.app.encounter.Encounters;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The work on one chart of a sample: the auditor's and the coder's.
@RestController
@RequestMapping("/api/v1/audits")
class AuditWorkResources {

  /// Codes as one types them, such as `E11.65 Y` and `99213 25`.
  record CodingBody(@Nullable List<String> diagnoses, @Nullable List<String> procedures) {}

  /// @param codes a word on every code of the chart
  /// @param first the diagnosis that belongs first, where it is another one than now
  record ReviewBody(
      @Nullable List<ReviewedCode> codes,
      @Nullable String first,
      @Nullable List<String> missedDiagnoses,
      @Nullable List<String> missedProcedures) {}

  record ReasonBody(@Nullable String reason, @Nullable Topic topic) {}

  record AnswerBody(@Nullable Answer answer, @Nullable String text, @Nullable String reference) {}

  record DecisionBody(@Nullable Decision decision, @Nullable String text) {}

  record TextBody(@Nullable String text) {}

  private final AuditedCharts charts;
  private final AuditDesk desk;
  private final AuditAnswers answers;
  private final Encounters encounters;
  private final AuditTrail trail;

  AuditWorkResources(
      AuditedCharts charts,
      AuditDesk desk,
      AuditAnswers answers,
      Encounters encounters,
      AuditTrail trail) {
    this.charts = charts;
    this.desk = desk;
    this.answers = answers;
    this.encounters = encounters;
    this.trail = trail;
  }

  /// What was given to oneself.
  @GetMapping("/findings")
  List<AuditedChartResource> mine() {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    return charts.mine().stream().map(AuditedChartResource::of).toList();
  }

  @GetMapping("/charts/{id}")
  AuditedChartResource chart(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    AuditedChart chart = charts.visible(id);
    trail.read(
        "coding audit chart", chart.id(), encounters.get(chart.encounterId()).patientId().value());
    return AuditedChartResource.of(chart);
  }

  @PostMapping("/charts/{id}/coding")
  AuditedChartResource code(@PathVariable UUID id, @RequestBody CodingBody body) {
    return done(id, desk.code(id, lines(body.diagnoses()), lines(body.procedures())));
  }

  @PostMapping("/charts/{id}/review")
  AuditedChartResource review(@PathVariable UUID id, @RequestBody ReviewBody body) {
    String first = body.first();
    var codes = body.codes();
    return done(
        id,
        desk.review(
            id,
            codes == null ? List.of() : codes,
            first == null ? "" : first,
            lines(body.missedDiagnoses()),
            lines(body.missedProcedures())));
  }

  @PostMapping("/charts/{id}/release")
  AuditedChartResource release(@PathVariable UUID id) {
    desk.release(id);
    return AuditedChartResource.of(charts.visible(id));
  }

  @PostMapping("/charts/{id}/close")
  AuditedChartResource close(@PathVariable UUID id, @RequestBody TextBody body) {
    desk.closeUnanswered(id, given("text", body.text()));
    return AuditedChartResource.of(charts.visible(id));
  }

  @PutMapping("/charts/{id}/differences/{difference}/reason")
  AuditedChartResource explain(
      @PathVariable UUID id, @PathVariable UUID difference, @RequestBody ReasonBody body) {
    desk.explain(difference, given("reason", body.reason()), given("topic", body.topic()));
    return AuditedChartResource.of(charts.visible(id));
  }

  @PostMapping("/charts/{id}/differences/{difference}/answer")
  AuditedChartResource answer(
      @PathVariable UUID id, @PathVariable UUID difference, @RequestBody AnswerBody body) {
    switch (given("answer", body.answer())) {
      case ACCEPTED -> answers.accept(difference);
      case REBUTTED ->
          answers.rebut(
              difference, given("text", body.text()), given("reference", body.reference()));
    }
    return AuditedChartResource.of(charts.visible(id));
  }

  @PostMapping("/charts/{id}/differences/{difference}/decision")
  AuditedChartResource decide(
      @PathVariable UUID id, @PathVariable UUID difference, @RequestBody DecisionBody body) {
    desk.decide(difference, given("decision", body.decision()), given("text", body.text()));
    return AuditedChartResource.of(charts.visible(id));
  }

  private AuditedChartResource done(UUID id, List<String> problems) {
    if (!problems.isEmpty()) throw new BadInput(String.join(" ", problems));
    return AuditedChartResource.of(charts.visible(id));
  }

  private static String lines(@Nullable List<String> lines) {
    return lines == null ? "" : String.join("\n", lines);
  }

  private static <T> T given(String name, @Nullable T value) {
    if (value == null || (value instanceof String text && text.isBlank())) {
      throw new BadInput("The field " + name + " is missing.");
    }
    return value;
  }
}
