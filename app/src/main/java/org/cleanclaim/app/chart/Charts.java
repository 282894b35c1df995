package org.cleanclaim.app.chart;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chart.Chart.ChartCode;
import org.cleanclaim.app.chart.Chart.Decision;
import org.cleanclaim.app.chart.Chart.Status;
import org.cleanclaim.app.chart.Chart.SuggestedCode;
import org.cleanclaim.app.encounter.Document;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.staff.QueueRules;
import org.cleanclaim.app.staff.StaffRefusal;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.check.ChartChecks;
import org.cleanclaim.coding.check.ChartDocument;
import org.cleanclaim.coding.check.CodedChart;
import org.cleanclaim.coding.check.OrderedCode;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Suggests, decides, adds and finalizes. A final code always carries evidence or a reason.
@Component
@Transactional
public class Charts {
  private static final Set<String> ADMISSION_INDICATORS = Set.of("Y", "N", "U", "W");

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Encounters encounters;
  private final Patients patients;
  private final CodeSets codeSets;
  private final CodingEngines engines;
  private final ChartChecks checks;
  private final QueueRules queueRules;
  private final List<FinalStop> stops;
  private final ChartLocks locks;
  private final ChartPendings pendings;
  private final LateDocuments late;
  private final ObjectProvider<FinalizationGate> gates;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Charts(
      JdbcClient jdbc,
      JsonColumns json,
      Encounters encounters,
      Patients patients,
      CodeSets codeSets,
      CodingEngines engines,
      ChartChecks checks,
      QueueRules queueRules,
      List<FinalStop> stops,
      ChartLocks locks,
      ChartPendings pendings,
      LateDocuments late,
      ObjectProvider<FinalizationGate> gates,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.encounters = encounters;
    this.patients = patients;
    this.codeSets = codeSets;
    this.engines = engines;
    this.checks = checks;
    this.queueRules = queueRules;
    this.stops = List.copyOf(stops);
    this.locks = locks;
    this.pendings = pendings;
    this.late = late;
    this.gates = gates;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
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
    for (Document document : encounters.documents(encounterId)) {
      late.note(chartId.get(), document.id(), false);
      suggest(chartId.get(), encounter, document);
    }
  }

  /// The codes suggested from a document that were not suggested before.
  private List<String> suggest(long chartId, Encounter encounter, Document document) {
    CodingEngine engine = engines.asOf(encounter.servedOn());
    return engine.propose(documentation(encounter, document)).suggestions().stream()
        .filter(suggestion -> keep(chartId, suggestion))
        .map(Suggestion::code)
        .toList();
  }

  /// Documents that came since: their suggestions are added, and a final chart goes back to its
  /// coder.
  private void takeLate(EncounterId encounterId) {
    Chart chart = get(encounterId);
    Encounter encounter = encounters.get(encounterId);
    for (Document document : encounters.documents(encounterId)) {
      if (!late.note(chart.id(), document.id(), true)) continue;
      late.brings(document.id(), suggest(chart.id(), encounter, document));
      if (chart.status() == Status.FINAL_CODED) {
        markReopened(chart, encounterId, "late document: " + document.name());
      }
    }
  }

  private void markReopened(Chart chart, EncounterId encounterId, String reason) {
    jdbc.sql(
            """
            update chart set status = 'REOPENED', reopened_reason = :reason, version = version + 1
            where chart_id = :chart
            """)
        .param("reason", reason)
        .param("chart", chart.id())
        .update();
    audit.record("reopened", "chart", chart.id(), patientId(encounterId), reason);
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

  /// Takes a suggestion over, with its evidence, behind the codes that are there.
  ///
  /// @return false when the engine has not suggested that code
  public boolean accept(EncounterId encounterId, CodeSystem system, String code) {
    var chart = workable(encounterId);
    var suggestion = suggestion(chart, system, code);
    if (suggestion.isEmpty()) return false;
    decide(chart, suggestion.get(), Decision.ACCEPTED, null);
    put(chart, system, code, suggestion.get().title(), suggestion.get().evidence(), null);
    return true;
  }

  /// @return false when the engine has not suggested that code
  public boolean reject(EncounterId encounterId, CodeSystem system, String code, String reason) {
    var chart = workable(encounterId);
    var suggestion = suggestion(chart, system, code);
    if (suggestion.isEmpty()) return false;
    decide(chart, suggestion.get(), Decision.REJECTED, reason);
    return true;
  }

  /// Adds a code that the engine did not suggest, pointing to words of the documentation.
  ///
  /// @return false when the words do not occur in any document of the encounter
  public boolean addWithEvidence(
      EncounterId encounterId, CodeSystem system, String code, String words) {
    var chart = workable(encounterId);
    for (Document document : encounters.documents(encounterId)) {
      int start = document.body().indexOf(words);
      if (start >= 0) {
        var evidence =
            new Evidence(Long.toString(document.id()), start, start + words.length(), words);
        put(chart, system, code, title(encounterId, system, code), List.of(evidence), null);
        recordAdded(chart, code, null);
        return true;
      }
    }
    return false;
  }

  /// Adds a code with the words at a place of a document; words for a code that is there are added
  /// to its evidence.
  public void addWithSpan(
      EncounterId encounterId, CodeSystem system, String code, TextPlace place) {
    var chart = workable(encounterId);
    var evidence = evidence(encounterId, place);
    var there =
        chart.codes().stream()
            .filter(c -> c.system() == system && c.code().equals(code))
            .findFirst();
    if (there.isEmpty()) {
      put(chart, system, code, title(encounterId, system, code), List.of(evidence), null);
    } else if (!there.get().evidence().contains(evidence)) {
      var all = new ArrayList<>(there.get().evidence());
      all.add(evidence);
      jdbc.sql(
              """
              update chart_code set evidence = :evidence::jsonb
              where chart_id = :chart and code_system = :system and code = :code
              """)
          .param("evidence", json.write(all))
          .param("chart", chart.id())
          .param("system", system.name())
          .param("code", code)
          .update();
    }
    audit.record(
        "selected evidence for " + code, "chart", chart.id(), patientId(encounterId), null);
  }

  private Evidence evidence(EncounterId encounterId, TextPlace place) {
    return encounters.documents(encounterId).stream()
        .filter(d -> d.id() == place.documentId())
        .filter(d -> place.start() >= 0 && place.start() < place.end())
        .filter(d -> place.end() <= d.body().length())
        .findFirst()
        .map(d -> d.body().substring(place.start(), place.end()))
        .filter(words -> !words.isBlank())
        .map(words ->
            new Evidence(Long.toString(place.documentId()), place.start(), place.end(), words))
        .orElseThrow(() ->
            new IllegalStateException(
                "No document of the visit has words at that place. Select them again."));
  }

  /// Adds a code for a reason that stands in no document.
  public void addWithReason(
      EncounterId encounterId, CodeSystem system, String code, String reason) {
    var chart = workable(encounterId);
    put(chart, system, code, title(encounterId, system, code), List.of(), reason);
    recordAdded(chart, code, reason);
  }

  private void recordAdded(Chart chart, String code, @Nullable String reason) {
    audit.record("added " + code, "chart", chart.id(), patientId(chart.encounterId()), reason);
  }

  /// Takes a code out again.
  public void remove(EncounterId encounterId, CodeSystem system, String code, String reason) {
    var chart = workable(encounterId);
    jdbc.sql(
            "delete from chart_code where chart_id = :chart and code_system = :system and code ="
                + " :code")
        .param("chart", chart.id())
        .param("system", system.name())
        .param("code", code)
        .update();
    audit.record("removed code " + code, "chart", chart.id(), patientId(encounterId), reason);
  }

  /// Puts the diagnoses in the given order; codes not named keep their order behind them.
  public void sequence(EncounterId encounterId, List<String> codesInOrder) {
    var chart = workable(encounterId);
    jdbc.sql(
            """
            update chart_code c
            set position = r.position
            from (
              select chart_code_id,
                row_number() over (order by array_position(:codes::text[], code), position) as position
              from chart_code
              where chart_id = :chart
            ) r
            where c.chart_code_id = r.chart_code_id
            """)
        .param("codes", codesInOrder.toArray(String[]::new))
        .param("chart", chart.id())
        .update();
  }

  /// Says of a diagnosis whether it was present on admission. Only inpatient charts have this.
  ///
  /// @param indicator Y, N, U (the documentation does not say) or W (it cannot be known); null for
  ///   none, as for diagnoses that CMS exempts
  public void presentOnAdmission(
      EncounterId encounterId, Icd10Cm diagnosis, @Nullable String indicator) {
    var chart = workable(encounterId);
    if (!encounters.get(encounterId).setting().equals("INPATIENT")) {
      throw new IllegalStateException("Only inpatient charts say what was present on admission.");
    }
    if (indicator != null && !ADMISSION_INDICATORS.contains(indicator)) {
      throw new IllegalStateException("Present on admission is Y, N, U or W.");
    }
    jdbc.sql(
            """
            update chart_code set present_on_admission = :indicator
            where chart_id = :chart and code_system = 'ICD10CM' and code = :code
            """)
        .param("indicator", indicator)
        .param("chart", chart.id())
        .param("code", diagnosis.value())
        .update();
    audit.record(
        "present on admission of " + diagnosis.value(),
        "chart",
        chart.id(),
        patientId(encounterId),
        indicator);
  }

  /// Checks the whole chart and makes its codes final unless a hard stop remains.
  public FinalizeResult finalizeCodes(EncounterId encounterId) {
    var chart = workable(encounterId);
    pendings.requireNone(encounterId);
    var findings = standing(chart);
    if (findings.stream().anyMatch(Finding::blocks)) return new FinalizeResult.Stopped(findings);
    for (FinalizationGate gate : gates.orderedStream().toList()) {
      Optional<String> why = gate.holdsBack(chart);
      if (why.isEmpty()) continue;
      pendings.pend(encounterId, PendingReason.SECOND_REVIEW, why.get(), null);
      return new FinalizeResult.UnderReview(why.get(), findings);
    }
    makeFinal(chart, encounterId, Acting.actor().name());
    locks.release(chart.id());
    return new FinalizeResult.Finalized(findings);
  }

  /// Ends the second review of a chart.
  ///
  /// @param coder who coded the chart
  /// @param returnedFor what the coder is to look at again; null to make the codes final
  public void endReview(EncounterId encounterId, String coder, @Nullable String returnedFor) {
    var chart = get(encounterId);
    pendings.endReview(encounterId, returnedFor == null ? "approved" : returnedFor);
    if (returnedFor == null) makeFinal(chart, encounterId, coder);
  }

  private void makeFinal(Chart chart, EncounterId encounterId, String coder) {
    jdbc.sql(
            """
            update chart
            set status = 'FINAL_CODED', coder = :coder, finalized_at = :now, reopened_reason = null,
              version = version + 1
            where chart_id = :chart
            """)
        .param("coder", coder)
        .param("now", Timestamp.from(clock.instant()))
        .param("chart", chart.id())
        .update();
    audit.record("finalized codes", "chart", chart.id(), patientId(encounterId), null);
    events.publishEvent(new ChartFinalized(Acting.actor().organizationId(), encounterId.value()));
  }

  /// Opens a final chart again, for a reason.
  public void reopen(EncounterId encounterId, String reason) {
    var chart = get(encounterId);
    requireCredential(encounterId);
    locks.require(chart.id());
    markReopened(chart, encounterId, reason);
  }

  /// Takes a chart that the actor may code, or goes on having it.
  ///
  /// @throws ChartLocked when somebody else has it
  public ChartLock take(EncounterId encounterId) {
    var chart = get(encounterId);
    requireCredential(encounterId);
    locks.require(chart.id());
    return locks.of(chart.id()).orElseThrow();
  }

  /// What stands against making the codes final: the guidelines' word on them, and what else of the
  /// visit is open.
  @Transactional(readOnly = true)
  public List<Finding> standing(Chart chart) {
    var findings = new ArrayList<>(check(chart));
    for (FinalStop stop : stops) findings.addAll(stop.stops(chart.encounterId()));
    return List.copyOf(findings);
  }

  /// What the guidelines say about the codes as they stand.
  @Transactional(readOnly = true)
  public List<Finding> check(Chart chart) {
    var encounter = encounters.get(chart.encounterId());
    var patient = patients.get(encounter.patientId());
    return checks.check(
        new CodedChart(
            EncounterSetting.valueOf(encounter.setting()),
            encounter.servedOn(),
            encounter.servedOn(),
            patient.sex(),
            patient.bornOn(),
            chart.codes().stream()
                .filter(c -> c.system() == CodeSystem.ICD10CM)
                .map(Charts::ordered)
                .toList(),
            encounters.documents(chart.encounterId()).stream()
                .map(d -> new ChartDocument(Long.toString(d.id()), d.body()))
                .toList()));
  }

  private static OrderedCode ordered(ChartCode code) {
    return new OrderedCode(
        code.code(),
        code.presentOnAdmission(),
        code.evidence().isEmpty() ? OrderedCode.Support.REASON : OrderedCode.Support.EVIDENCE,
        code.evidence());
  }

  @Transactional(readOnly = true)
  public Chart get(EncounterId encounterId) {
    return find(encounterId).orElseThrow();
  }

  @Transactional(readOnly = true)
  public Optional<Chart> find(EncounterId encounterId) {
    return jdbc.sql(
            """
            select chart_id, revision, status, coder, finalized_at
            from chart
            where encounter_id = :encounter
            """)
        .param("encounter", encounterId.value())
        .query((row, n) ->
            new Chart(
                row.getLong("chart_id"),
                encounterId,
                row.getLong("revision"),
                Status.valueOf(row.getString("status")),
                row.getString("coder"),
                instant(row, "finalized_at"),
                suggestions(row.getLong("chart_id")),
                codes(row.getLong("chart_id"))))
        .optional();
  }

  /// The final diagnoses of an encounter, first-listed first.
  @Transactional(readOnly = true)
  public List<Icd10Cm> diagnoses(EncounterId encounterId) {
    return get(encounterId).codes().stream()
        .filter(c -> c.system() == CodeSystem.ICD10CM)
        .map(c -> new Icd10Cm(c.code()))
        .toList();
  }

  /// A code of a chart that is not final.
  public record OpenCode(String visitNumber, CodeSystem system, String code) {}

  /// The codes, decided and suggested, of charts that are not final, for service from a day on.
  @Transactional(readOnly = true)
  public List<OpenCode> openCodes(LocalDate servedFrom) {
    return jdbc.sql(
            """
            select e.visit_number, k.code_system, k.code
            from chart c
            join encounter e using (encounter_id)
            join (
              select chart_id, code_system, code
              from chart_code
              union
              select chart_id, code_system, code
              from suggestion
              where decision is null) k using (chart_id)
            where c.status <> 'FINAL_CODED' and e.served_on >= :from
            order by e.visit_number, k.code_system, k.code
            """)
        .param("from", servedFrom)
        .query((row, n) ->
            new OpenCode(
                row.getString("visit_number"),
                CodeSystem.valueOf(row.getString("code_system")),
                row.getString("code")))
        .list();
  }

  private Chart workable(EncounterId encounterId) {
    var chart = get(encounterId);
    if (chart.status() == Status.FINAL_CODED) {
      throw new IllegalStateException("the codes of this chart are final; reopen it first");
    }
    requireCredential(encounterId);
    locks.require(chart.id());
    if (chart.status() == Status.UNASSIGNED) {
      jdbc.sql("update chart set status = 'IN_PROGRESS', coder = :coder where chart_id = :chart")
          .param("coder", Acting.actor().name())
          .param("chart", chart.id())
          .update();
    }
    return chart;
  }

  /// Why the actor may not work the chart, by the rules of its queue; empty when nothing stands
  /// against it.
  @Transactional(readOnly = true)
  public Optional<String> refusal(Encounter encounter) {
    return queueRules.refusal(encounter.setting(), encounter.specialty(), encounter.visitNumber());
  }

  private void requireCredential(EncounterId encounterId) {
    refusal(encounters.get(encounterId))
        .ifPresent(sentence -> {
          throw new StaffRefusal(sentence);
        });
  }

  private void decide(
      Chart chart, SuggestedCode suggestion, Decision decision, @Nullable String reason) {
    jdbc.sql(
            """
            update suggestion
            set decision = :decision, decision_reason = :reason, decided_by = :actor, decided_at = :now
            where suggestion_id = :id
            """)
        .param("decision", decision.name())
        .param("reason", reason)
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .param("id", suggestion.id())
        .update();
    audit.record(
        decision.name().toLowerCase(java.util.Locale.ROOT) + " " + suggestion.code(),
        "chart",
        chart.id(),
        patientId(chart.encounterId()),
        reason);
  }

  private void put(
      Chart chart,
      CodeSystem system,
      String code,
      String title,
      List<Evidence> evidence,
      @Nullable String reason) {
    jdbc.sql(
            """
            insert into chart_code (chart_id, position, code_system, code, title, evidence, reason, added_by)
            values (:chart, (select coalesce(max(position), 0) + 1 from chart_code where chart_id = :chart), :system,
              :code, :title, :evidence::jsonb, :reason, :actor)
            on conflict (chart_id, code_system, code) do nothing
            """)
        .param("chart", chart.id())
        .param("system", system.name())
        .param("code", code)
        .param("title", title)
        .param("evidence", json.write(evidence))
        .param("reason", reason)
        .param("actor", Acting.actor().name())
        .update();
  }

  private String title(EncounterId encounterId, CodeSystem system, String code) {
    LocalDate servedOn = encounters.get(encounterId).servedOn();
    return codeSets.find(system, code, servedOn).map(e -> e.title()).orElse(code);
  }

  private long patientId(EncounterId encounterId) {
    return encounters.get(encounterId).patientId().value();
  }

  private static Optional<SuggestedCode> suggestion(Chart chart, CodeSystem system, String code) {
    return chart.suggestions().stream()
        .filter(s -> s.system() == system && s.code().equals(code))
        .findFirst();
  }

  private List<SuggestedCode> suggestions(long chartId) {
    return jdbc.sql(
            """
            select suggestion_id, code_system, code, title, confidence_percent, evidence, path, missing_detail,
              decision, decision_reason
            from suggestion
            where chart_id = :chart
            order by confidence_percent desc, suggestion_id
            """)
        .param("chart", chartId)
        .query((row, n) ->
            new SuggestedCode(
                row.getLong("suggestion_id"),
                CodeSystem.valueOf(row.getString("code_system")),
                row.getString("code"),
                row.getString("title"),
                row.getInt("confidence_percent"),
                json.readList(row.getString("evidence"), Evidence.class),
                json.readList(row.getString("path"), String.class),
                json.readList(row.getString("missing_detail"), String.class),
                row.getString("decision") == null
                    ? null
                    : Decision.valueOf(row.getString("decision")),
                row.getString("decision_reason")))
        .list();
  }

  private List<ChartCode> codes(long chartId) {
    return jdbc.sql(
            """
            select position, code_system, code, title, evidence, reason, added_by, present_on_admission
            from chart_code
            where chart_id = :chart
            order by position
            """)
        .param("chart", chartId)
        .query((row, n) ->
            new ChartCode(
                row.getInt("position"),
                CodeSystem.valueOf(row.getString("code_system")),
                row.getString("code"),
                row.getString("title"),
                json.readList(row.getString("evidence"), Evidence.class),
                row.getString("reason"),
                row.getString("added_by"),
                row.getString("present_on_admission")))
        .list();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
