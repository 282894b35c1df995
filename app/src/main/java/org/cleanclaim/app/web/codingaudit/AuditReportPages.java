package org.cleanclaim.app.web.codingaudit;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.codingaudit.AuditPlan;
import org.cleanclaim.app.codingaudit.CodingAccuracy;
import org.cleanclaim.app.codingaudit.CodingAccuracy.Asked;
import org.cleanclaim.app.codingaudit.CodingAccuracy.Score;
import org.cleanclaim.app.codingaudit.CodingAudits;
import org.cleanclaim.app.codingaudit.Element;
import org.cleanclaim.app.codingaudit.Tally;
import org.cleanclaim.app.codingaudit.Topic;
import org.cleanclaim.app.web.BarPicture;
import org.cleanclaim.app.web.Csv;
import org.cleanclaim.app.web.CsvAnswer;
import org.cleanclaim.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Accuracy by person, element, month and topic. Who plans audits or keeps the staff sees
/// everybody's; everybody sees their own.
@Controller
public class AuditReportPages {

  /// What a person's elements came to.
  public record PersonRow(String person, Map<Element, Tally> elements, Tally all) {}

  private final Pages pages;
  private final CodingAccuracy accuracy;
  private final CodingAudits audits;
  private final AuditTrail trail;

  AuditReportPages(Pages pages, CodingAccuracy accuracy, CodingAudits audits, AuditTrail trail) {
    this.pages = pages;
    this.accuracy = accuracy;
    this.audits = audits;
    this.trail = trail;
  }

  @GetMapping("/audits/report")
  ResponseEntity<String> report(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String person,
      @RequestParam(required = false) @Nullable Element element,
      @RequestParam(required = false) @Nullable Topic topic,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to) {
    var asked = Asked.byActor(person, element, topic, from, to);
    var scores = accuracy.scores(asked);
    BigDecimal goal =
        audits.all().stream()
            .map(a -> a.plan().goalPercent())
            .findFirst()
            .orElse(AuditPlan.USUAL_GOAL);
    var months = months(scores);
    var values = new LinkedHashMap<String, Object>();
    values.put("asked", asked);
    values.put("people", people(scores));
    values.put("months", months);
    values.put("picture", picture(months, goal));
    values.put("topics", accuracy.topics(asked));
    values.put("goal", goal);
    values.put("all", CodingAccuracy.sum(scores));
    return pages.page(request, "audits", "Coding accuracy", "codingaudit/report.jte", values);
  }

  @GetMapping(value = "/audits/report.csv", produces = "text/csv")
  ResponseEntity<String> csv(
      @RequestParam(required = false) @Nullable String person,
      @RequestParam(required = false) @Nullable Element element,
      @RequestParam(required = false) @Nullable Topic topic,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to) {
    var csv =
        new StringBuilder("person,month,setting,element,agreed,wrong,missed,denominator,percent\n");
    for (Score score : accuracy.scores(Asked.byActor(person, element, topic, from, to))) {
      var tally = score.tally();
      csv.append(
              Csv.line(
                  score.person(),
                  score.month(),
                  score.setting(),
                  score.element().title(),
                  tally.agreed(),
                  tally.wrong(),
                  tally.missed(),
                  tally.denominator(),
                  tally.percent().orElse(null)))
          .append('\n');
    }
    trail.record("exported coding accuracy", "coding audit report", "csv", null, null);
    return CsvAnswer.of("coding-accuracy.csv", csv.toString());
  }

  private static List<PersonRow> people(List<Score> scores) {
    var byPerson = new TreeMap<String, Map<Element, Tally>>();
    for (Score score : scores) {
      byPerson
          .computeIfAbsent(score.person(), p -> new EnumMap<>(Element.class))
          .merge(score.element(), score.tally(), Tally::plus);
    }
    return byPerson.entrySet().stream()
        .map(e ->
            new PersonRow(
                e.getKey(),
                e.getValue(),
                e.getValue().values().stream().reduce(Tally.NONE, Tally::plus)))
        .toList();
  }

  private static Map<YearMonth, Tally> months(List<Score> scores) {
    var months = new TreeMap<YearMonth, Tally>();
    scores.forEach(s -> months.merge(s.month(), s.tally(), Tally::plus));
    return months;
  }

  private static BarPicture picture(Map<YearMonth, Tally> months, BigDecimal goal) {
    return BarPicture.of(
        months.entrySet().stream()
            .map(e ->
                new BarPicture.Amount(
                    e.getKey().toString(),
                    e.getValue().percent().orElse(BigDecimal.ZERO),
                    goal,
                    e.getValue().percent().map(p -> p + " %").orElse("none")))
            .toList());
  }
}
