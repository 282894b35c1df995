package org.cleanclaim.app.chart;

import java.util.ArrayList;
import org.cleanclaim.app.chart.Chart.Status;
import org.cleanclaim.app.chart.ChartService.Kind;
import org.cleanclaim.app.encounter.Document;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens charts on documentation and takes what comes later.
@Component
@Transactional
public class ChartOpening {
  private final JdbcClient jdbc;
  private final Charts charts;
  private final Encounters encounters;
  private final CodableDocuments documents;
  private final ChartSuggestions suggestions;
  private final ChartReopening reopening;
  private final LateDocuments late;

  ChartOpening(
      JdbcClient jdbc,
      Charts charts,
      Encounters encounters,
      CodableDocuments documents,
      ChartSuggestions suggestions,
      ChartReopening reopening,
      LateDocuments late) {
    this.jdbc = jdbc;
    this.charts = charts;
    this.encounters = encounters;
    this.documents = documents;
    this.suggestions = suggestions;
    this.reopening = reopening;
    this.late = late;
  }

  /// Opens the chart of an encounter and asks the engine for suggestions; a chart that is open
  /// stays as it is.
  public void open(EncounterId encounterId) {
    var chartId =
        jdbc.sql(
                """
                insert into chart (encounter_id, status) values (:encounter, 'UNASSIGNED')
                on conflict (encounter_id) do nothing
                returning chart_id
                """)
            .param("encounter", encounterId.value())
            .query(Long.class)
            .optional();
    if (chartId.isEmpty()) {
      takeLate(encounterId);
      return;
    }
    Encounter encounter = encounters.get(encounterId);
    for (Document document : documents.of(encounterId)) {
      late.note(chartId.get(), document.id(), false);
      suggestions.suggest(chartId.get(), encounter, document, true);
    }
  }

  /// Documents that came since: their suggestions are added, and a final chart goes back to its
  /// coder. The level of the visit that its note gave stands: an answer or an addendum by itself is
  /// no visit.
  private void takeLate(EncounterId encounterId) {
    Chart chart = charts.forChange(encounterId);
    Encounter encounter = encounters.get(encounterId);
    var names = new ArrayList<String>();
    boolean hasLevel = chart.services().stream().anyMatch(s -> s.kind() == Kind.VISIT_LEVEL);
    for (Document document : documents.of(encounterId)) {
      if (!late.note(chart.id(), document.id(), true)) continue;
      late.brings(document.id(), suggestions.suggest(chart.id(), encounter, document, !hasLevel));
      names.add(document.name());
    }
    if (chart.status() == Status.FINAL_CODED && !names.isEmpty()) {
      reopening.markReopened(chart, encounterId, "late document: " + String.join(", ", names));
    }
  }
}
