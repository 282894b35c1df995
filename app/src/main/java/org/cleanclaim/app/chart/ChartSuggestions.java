package org.cleanclaim.app.chart;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.chart.ChartService.Kind;
import org.cleanclaim.app.encounter.Document;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.CodingProposal;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.procedure.ProcedureCandidate;
import org.cleanclaim.coding.procedure.ProcedureProposal;
import org.cleanclaim.coding.source.DocumentReader;
import org.cleanclaim.kernel.code.CodeSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the engine proposes from the documents of a chart.
@Component
@Transactional
public class ChartSuggestions {
  private static final Logger LOG = LoggerFactory.getLogger(ChartSuggestions.class);

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Patients patients;
  private final CodingEngines engines;
  private final SuggestionList list;
  private final ServiceReading reading;
  private final ChartServices services;
  private final FailedReadings failures;
  private final Clock clock;

  ChartSuggestions(
      JdbcClient jdbc,
      JsonColumns json,
      Patients patients,
      CodingEngines engines,
      SuggestionList list,
      ServiceReading reading,
      ChartServices services,
      FailedReadings failures,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.patients = patients;
    this.engines = engines;
    this.list = list;
    this.reading = reading;
    this.services = services;
    this.failures = failures;
    this.clock = clock;
  }

  /// The engine for the codes in force on the day of a visit; none for a day that no installed list
  /// is for.
  public Optional<CodingEngine> engine(Encounter encounter) {
    if (!engines.hasDiagnoses(encounter.servedOn())) return Optional.empty();
    return Optional.of(engines.asOf(encounter.servedOn()));
  }

  /// What the engine says of a document; nothing for a day that no installed list is for, nor where
  /// the program fails on the document.
  @Transactional(readOnly = true)
  public Optional<CodingProposal> proposal(Encounter encounter, Document document) {
    try {
      return engine(encounter).map(engine -> engine.propose(documentation(encounter, document)));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("The coding engine failed on document {}", document.id(), e);
      return Optional.empty();
    }
  }

  /// A document as the engine reads it: boxes that nobody checked are left out.
  @Transactional(readOnly = true)
  public Documentation documentation(Encounter encounter, Document document) {
    var patient = patients.get(encounter.patientId());
    return new Documentation(
        Long.toString(document.id()),
        DocumentReader.ofText(document.name(), document.body()).text(),
        EncounterSetting.valueOf(encounter.setting()),
        encounter.servedOn(),
        (int) ChronoUnit.YEARS.between(patient.bornOn(), encounter.servedOn()),
        patient.sex());
  }

  /// The codes suggested from a document that were not suggested before and are not on the chart;
  /// none where it is a form that nobody filled in, or not in English, none for a day that no
  /// installed list is for, and none where the program fails on it, which the chart then says.
  ///
  /// @param isForLevel whether the level of the visit is read from it
  List<String> suggest(long chartId, Encounter encounter, Document document, boolean isForLevel) {
    if (!DocumentReader.ofText(document.name(), document.body()).isCodable()) return List.of();
    if (!engines.hasDiagnoses(encounter.servedOn())) return List.of();
    Documentation note = documentation(encounter, document);
    Found found;
    try {
      found = read(encounter, note);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("The coding engine failed on document {}", document.id(), e);
      failures.note(document.id(), e);
      return List.of();
    }
    var codes = new ArrayList<>(list.add(chartId, encounter, note, found.diagnoses()));
    for (ProcedureCandidate candidate : found.procedures().candidates()) {
      if (keep(chartId, procedure(candidate))) codes.add(candidate.code());
    }
    found.procedures().unresolved().forEach(words -> keepWithoutCandidate(chartId, words));
    for (ChartService service : found.services()) {
      if (service.kind() == Kind.VISIT_LEVEL && !isForLevel) continue;
      if (services.keep(chartId, service)) codes.add(service.code().value());
    }
    return List.copyOf(codes);
  }

  /// What a document supports.
  private record Found(
      List<Suggestion> diagnoses, ProcedureProposal procedures, List<ChartService> services) {}

  private Found read(Encounter encounter, Documentation note) {
    var proposal = engines.asOf(encounter.servedOn()).propose(note);
    return new Found(
        proposal.suggestions(), procedures(encounter, note), reading.of(encounter, note, proposal));
  }

  /// Candidates for the procedures of a stay, those too that stop where the record does.
  private ProcedureProposal procedures(Encounter encounter, Documentation note) {
    if (note.setting() != EncounterSetting.INPATIENT) return ProcedureProposal.NONE;
    return engines
        .procedures(encounter.servedOn())
        .map(engine -> engine.propose(note))
        .orElse(ProcedureProposal.NONE);
  }

  private static Suggestion procedure(ProcedureCandidate candidate) {
    return new Suggestion(
        CodeSystem.ICD10PCS,
        candidate.code(),
        candidate.words(),
        candidate.confidencePercent(),
        List.of(candidate.named()),
        candidate.path(),
        candidate.undocumented());
  }

  /// Keeps a procedure that is suggested.
  ///
  /// @return whether it is new and waits for a decision; what the chart has already is settled
  private boolean keep(long chartId, Suggestion suggestion) {
    return jdbc.sql(
            """
            insert into suggestion (chart_id, code_system, code, title, confidence_percent, evidence, path,
              missing_detail, decision, decision_reason, decided_by, decided_at, was_coded)
            select :chart, :system, :code, :title, :confidence, :evidence::jsonb, :path::jsonb, :missing::jsonb,
              case when k.code is not null then 'ACCEPTED' end,
              case when k.code <> :code then 'Completed as ' || k.code end,
              k.added_by, case when k.code is not null then :now::timestamptz end,
              k.code is not null
            from (select 1) one
            left join lateral (
              select code, added_by
              from chart_code
              where chart_id = :chart and code_system = :system
                and (code = :code or code_system = 'ICD10PCS' and starts_with(code, :code))
              order by position
              limit 1) k on true
            on conflict (chart_id, code_system, code) do nothing
            returning decision is null
            """)
        .param("chart", chartId)
        .param("system", suggestion.system().name())
        .param("code", suggestion.code())
        .param("title", suggestion.title())
        .param("confidence", suggestion.confidencePercent())
        .param("evidence", json.write(suggestion.evidence()))
        .param("path", json.write(suggestion.path()))
        .param("missing", json.write(suggestion.missingDetail()))
        .param("now", Timestamp.from(clock.instant()))
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  private void keepWithoutCandidate(long chartId, Evidence words) {
    jdbc.sql(
            """
            insert into procedure_without_candidate (chart_id, evidence)
            values (:chart, :evidence::jsonb)
            """)
        .param("chart", chartId)
        .param("evidence", json.write(words))
        .update();
  }
}
