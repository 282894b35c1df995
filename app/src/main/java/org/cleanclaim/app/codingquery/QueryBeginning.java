package org.cleanclaim.app.codingquery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cleanclaim.app.chart.Chart;
import org.cleanclaim.app.chart.Chart.SuggestedCode;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.encounter.Document;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.query.QueryIndicator;
import org.cleanclaim.coding.query.QueryTemplate;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How a query about a code of the chart begins: it quotes the words that support the code and asks
/// openly. Neither the code nor its title, nor any other answer, goes into it.
@Component
@Transactional(readOnly = true)
public class QueryBeginning {
  private static final int MOST_INDICATORS = 8;

  private final Charts charts;
  private final Encounters encounters;

  QueryBeginning(Charts charts, Encounters encounters) {
    this.charts = charts;
    this.encounters = encounters;
  }

  /// The words that the chart points to for the code, with their lines.
  ///
  /// @param system null when the query is about no code
  public List<QueryIndicator> indicators(
      Encounter encounter, @Nullable CodeSystem system, String code) {
    Chart chart = charts.get(encounter.id());
    Map<String, Document> documents =
        encounters.documents(encounter.id()).stream()
            .collect(Collectors.toMap(d -> Long.toString(d.id()), Function.identity()));
    List<Evidence> coded =
        chart.codes().stream()
            .filter(c -> c.system() == system && c.code().equals(code))
            .flatMap(c -> c.evidence().stream())
            .toList();
    List<Evidence> evidence =
        coded.isEmpty()
            ? suggestion(chart, system, code).map(SuggestedCode::evidence).orElse(List.of())
            : coded;
    return evidence.stream()
        .limit(MOST_INDICATORS)
        .flatMap(e ->
            Optional.ofNullable(documents.get(e.documentId())).stream()
                .map(
                    d -> QueryIndicator.of(e.documentId(), d.name(), d.body(), e.start(), e.end())))
        .toList();
  }

  /// The template that fits: more detail where the engine says that the documentation lacks it.
  public QueryTemplate template(Encounter encounter, @Nullable CodeSystem system, String code) {
    return suggestion(charts.get(encounter.id()), system, code)
        .map(s -> QueryTemplate.forSuggestion(s.missingDetail()))
        .orElse(QueryTemplate.OPEN);
  }

  private static Optional<SuggestedCode> suggestion(
      Chart chart, @Nullable CodeSystem system, String code) {
    return chart.suggestions().stream()
        .filter(s -> s.system() == system && s.code().equals(code))
        .findFirst();
  }
}
