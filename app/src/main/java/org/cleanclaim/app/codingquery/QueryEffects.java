package org.cleanclaim.app.codingquery;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cleanclaim.app.chart.Chart;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.chart.CodableDocuments;
import org.cleanclaim.app.codingquery.CodingQuery.Effect;
import org.cleanclaim.app.encounter.Document;
import org.cleanclaim.coding.query.QueryOption;
import org.springframework.stereotype.Component;

/// What a query is said to have changed: it has to be seen on the chart.
@Component
class QueryEffects {
  /// What may be a code of any system: letters and digits, a dot after the third.
  private static final Pattern CODE =
      Pattern.compile("\\b(?=\\w*\\d)\\p{Alnum}{3}\\.?\\p{Alnum}{0,4}\\b");

  private final Charts charts;
  private final CodableDocuments codable;

  QueryEffects(Charts charts, CodableDocuments codable) {
    this.charts = charts;
    this.codable = codable;
  }

  /// Refuses what the chart does not show.
  void require(CodingQuery query, Effect effect, String text) {
    var codes =
        charts.get(query.encounterId()).codes().stream()
            .map(Chart.ChartCode::code)
            .collect(Collectors.toSet());
    switch (effect) {
      case NONE -> {}
      case CODE_REMOVED -> {
        if (query.code() != null && codes.contains(query.code())) {
          throw new QueryRefusal(
              "The code that the query is about is still on the chart. Take it out first.");
        }
        if (query.code() == null && codes.containsAll(named(text))) {
          throw new QueryRefusal(
              "The text names no code that has left the chart. Take the code out first, and name"
                  + " it.");
        }
      }
      case CODE_ADDED, CODE_CHANGED -> {
        var answer = query.answer();
        QueryOption chosen = query.chosen();
        if (answer != null && chosen != null && LateEntry.supporting(query, answer).isBlank()) {
          throw new QueryRefusal(
              "The provider has answered \"%s\", which supports no code. Say that no code changed, or that one was taken out."
                  .formatted(chosen.text()));
        }
        if (answer == null || !isSupported(query, answer.documentId())) {
          throw new QueryRefusal(
              "No code of the chart has evidence in the answer. Select the words of the answer in"
                  + " the late entry as evidence first.");
        }
      }
    }
  }

  /// The codes that a text names, without their dots.
  private static Set<String> named(String text) {
    return CODE.matcher(text)
        .results()
        .map(m -> m.group().replace(".", "").toUpperCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private boolean isSupported(CodingQuery query, long entry) {
    String id = Long.toString(entry);
    String answer =
        codable.of(query.encounterId()).stream()
            .filter(d -> d.id() == entry)
            .map(Document::body)
            .findFirst()
            .orElse("");
    return charts.get(query.encounterId()).codes().stream()
        .flatMap(c -> c.evidence().stream())
        .filter(e -> e.documentId().equals(id) && e.end() <= answer.length())
        .anyMatch(e -> answer.substring(e.start(), e.end()).equals(e.quote()));
  }
}
