package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.codingaudit.CodingAccuracy;
import org.cleanclaim.app.codingaudit.CodingAccuracy.Asked;
import org.cleanclaim.app.codingaudit.CodingAccuracy.TopicCount;
import org.cleanclaim.app.codingaudit.Element;
import org.cleanclaim.app.codingaudit.Tally;
import org.cleanclaim.app.codingaudit.Topic;
import org.cleanclaim.app.insight.SuggestionNoise;
import org.cleanclaim.app.rest.AuditedChartResource.TallyResource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Accuracy of coding, and how suggestions fare.
@RestController
@RequestMapping("/api/v1/audits")
class AuditReportResources {

  record ScoreResource(
      String person, String month, String setting, Element element, TallyResource tally) {}

  record AccuracyResource(
      String formula, TallyResource all, List<ScoreResource> scores, List<TopicCount> topics) {}

  /// @param reasons why it was rejected, with how often
  record NoiseResource(
      String system,
      String code,
      String title,
      int offered,
      int accepted,
      int rejected,
      int undecided,
      @Nullable String precisionPercent,
      @Nullable Integer confidencePercent,
      Map<String, Integer> reasons) {}

  private final CodingAccuracy accuracy;
  private final SuggestionNoise noise;

  AuditReportResources(CodingAccuracy accuracy, SuggestionNoise noise) {
    this.accuracy = accuracy;
    this.noise = noise;
  }

  @GetMapping("/accuracy")
  AccuracyResource accuracy(
      @RequestParam(required = false) @Nullable String person,
      @RequestParam(required = false) @Nullable Element element,
      @RequestParam(required = false) @Nullable Topic topic,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to) {
    var asked = Asked.byActor(person, element, topic, from, to);
    var scores = accuracy.scores(asked);
    return new AccuracyResource(
        Tally.FORMULA,
        TallyResource.of(CodingAccuracy.sum(scores)),
        scores.stream()
            .map(s ->
                new ScoreResource(
                    s.person(),
                    s.month().toString(),
                    s.setting(),
                    s.element(),
                    TallyResource.of(s.tally())))
            .toList(),
        accuracy.topics(asked));
  }

  @GetMapping("/noise")
  List<NoiseResource> noise(
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable String coder) {
    AccessDeniedForActor.unless(Permission.SEE_FIGURES);
    return noise.of(from, to, coder).stream()
        .map(n ->
            new NoiseResource(
                n.system().title(),
                n.code(),
                n.title(),
                n.offered(),
                n.accepted(),
                n.rejected(),
                n.undecided(),
                n.precision().map(p -> p.toPlainString()).orElse(null),
                n.confidence(),
                n.reasons()))
        .toList();
  }
}
