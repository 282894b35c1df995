package org.cleanclaim.app.chart;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cleanclaim.app.encounter.Document;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Suggestion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the engine proposes from the documents of a chart.
@Component
@Transactional
public class ChartSuggestions {
  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Patients patients;
  private final CodingEngines engines;

  ChartSuggestions(JdbcClient jdbc, JsonColumns json, Patients patients, CodingEngines engines) {
    this.jdbc = jdbc;
    this.json = json;
    this.patients = patients;
    this.engines = engines;
  }

  /// The engine for the codes in force on the day of a visit.
  public CodingEngine engine(Encounter encounter) {
    return engines.asOf(encounter.servedOn());
  }

  /// A document as the engine reads it.
  @Transactional(readOnly = true)
  public Documentation documentation(Encounter encounter, Document document) {
    var patient = patients.get(encounter.patientId());
    return new Documentation(
        Long.toString(document.id()),
        document.body(),
        EncounterSetting.valueOf(encounter.setting()),
        encounter.servedOn(),
        (int) ChronoUnit.YEARS.between(patient.bornOn(), encounter.servedOn()),
        patient.sex());
  }

  /// The codes suggested from a document that were not suggested before.
  List<String> suggest(long chartId, Encounter encounter, Document document) {
    CodingEngine engine = engines.asOf(encounter.servedOn());
    return engine.propose(documentation(encounter, document)).suggestions().stream()
        .filter(suggestion -> keep(chartId, suggestion))
        .map(Suggestion::code)
        .toList();
  }

  private boolean keep(long chartId, Suggestion suggestion) {
    int kept =
        jdbc.sql(
                """
                insert into suggestion (chart_id, code_system, code, title, confidence_percent, evidence, path,
                  missing_detail)
                values (:chart, :system, :code, :title, :confidence, :evidence::jsonb, :path::jsonb, :missing::jsonb)
                on conflict (chart_id, code_system, code) do nothing
                """)
            .param("chart", chartId)
            .param("system", suggestion.system().name())
            .param("code", suggestion.code())
            .param("title", suggestion.title())
            .param("confidence", suggestion.confidencePercent())
            .param("evidence", json.write(suggestion.evidence()))
            .param("path", json.write(suggestion.path()))
            .param("missing", json.write(suggestion.missingDetail()))
            .update();
    return kept == 1;
  }
}
