package org.cleanclaim.app.chart;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.app.chart.Chart.ChartCode;
import org.cleanclaim.app.chart.Chart.Decision;
import org.cleanclaim.app.chart.Chart.Status;
import org.cleanclaim.app.chart.Chart.SuggestedCode;
import org.cleanclaim.app.chart.ChartService.Kind;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.app.storage.ReadOnce;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The charts as they stand.
@Component
@Transactional(readOnly = true)
public class Charts {
  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final ReadOnce<EncounterId, Chart> charts = new ReadOnce<>(this::read);

  Charts(JdbcClient jdbc, JsonColumns json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public Chart get(EncounterId encounterId) {
    return find(encounterId).orElseThrow();
  }

  /// The chart for a change that rests on how it stands: nobody else changes it until the
  /// transaction has ended.
  @Transactional
  public Chart forChange(EncounterId encounterId) {
    jdbc.sql("select 1 from chart where encounter_id = :encounter for update")
        .param("encounter", encounterId.value())
        .query(row -> {});
    return get(encounterId);
  }

  public Optional<Chart> find(EncounterId encounterId) {
    return charts.find(encounterId);
  }

  /// Reads the charts of visits that will be asked for.
  public void ahead(Collection<EncounterId> visits) {
    charts.ahead(visits);
  }

  private Map<EncounterId, Chart> read(Set<EncounterId> visits) {
    var found = new HashMap<EncounterId, Chart>();
    jdbc.sql(
            """
            select chart_id, encounter_id, revision, status, coder, finalized_at
            from chart
            where encounter_id = any (:visits)
            """)
        .param("visits", visits.stream().map(EncounterId::value).toArray(Long[]::new))
        .query(row -> {
          var visit = new EncounterId(row.getLong("encounter_id"));
          found.put(
              visit,
              new Chart(
                  row.getLong("chart_id"),
                  visit,
                  row.getLong("revision"),
                  Status.valueOf(row.getString("status")),
                  row.getString("coder"),
                  instant(row, "finalized_at"),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of()));
        });
    var ids = found.values().stream().map(Chart::id).toArray(Long[]::new);
    var suggestions = suggestions(ids);
    var codes = codes(ids);
    var services = services(ids);
    var withoutCandidate = withoutCandidate(ids);
    found.replaceAll((visit, chart) ->
        new Chart(
            chart.id(),
            visit,
            chart.revision(),
            chart.status(),
            chart.coder(),
            chart.finalizedAt(),
            suggestions.getOrDefault(chart.id(), List.of()),
            codes.getOrDefault(chart.id(), List.of()),
            services.getOrDefault(chart.id(), List.of()),
            withoutCandidate.getOrDefault(chart.id(), List.of())));
    return found;
  }

  /// The final diagnoses of an encounter, first-listed first.
  public List<Icd10Cm> diagnoses(EncounterId encounterId) {
    return get(encounterId).codes().stream()
        .filter(c -> c.system() == CodeSystem.ICD10CM)
        .map(c -> new Icd10Cm(c.code()))
        .toList();
  }

  /// A code of a chart that is not final.
  public record OpenCode(String visitNumber, CodeSystem system, String code) {}

  /// The codes, decided and suggested, of charts that are not final, for service from a day on.
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

  private Map<Long, List<SuggestedCode>> suggestions(Long[] charts) {
    var found = new HashMap<Long, List<SuggestedCode>>();
    jdbc.sql(
            """
            select chart_id, suggestion_id, code_system, code, title, confidence_percent, evidence, path, missing_detail,
              decision, decision_reason
            from suggestion
            where chart_id = any (:charts)
            order by code_system = 'ICD10PCS', place, suggestion_id
            """)
        .param("charts", charts)
        .query(row -> {
          found
              .computeIfAbsent(row.getLong("chart_id"), id -> new ArrayList<>())
              .add(
                  new SuggestedCode(
                      row.getLong("suggestion_id"),
                      CodeSystem.valueOf(row.getString("code_system")),
                      row.getString("code"),
                      row.getString("title"),
                      row.getInt("confidence_percent"),
                      json.readList(row.getString("evidence"), Evidence.class),
                      json.readList(row.getString("path"), String.class),
                      json.readList(row.getString("missing_detail"), String.class),
                      decision(row),
                      row.getString("decision_reason")));
        });
    return found;
  }

  private Map<Long, List<ChartCode>> codes(Long[] charts) {
    var found = new HashMap<Long, List<ChartCode>>();
    jdbc.sql(
            """
            select chart_id, position, code_system, code, title, evidence, reason, added_by, present_on_admission
            from chart_code
            where chart_id = any (:charts)
            order by position
            """)
        .param("charts", charts)
        .query(row -> {
          found
              .computeIfAbsent(row.getLong("chart_id"), id -> new ArrayList<>())
              .add(
                  new ChartCode(
                      row.getInt("position"),
                      CodeSystem.valueOf(row.getString("code_system")),
                      row.getString("code"),
                      row.getString("title"),
                      json.readList(row.getString("evidence"), Evidence.class),
                      row.getString("reason"),
                      row.getString("added_by"),
                      row.getString("present_on_admission")));
        });
    return found;
  }

  private Map<Long, List<ChartService>> services(Long[] charts) {
    var found = new HashMap<Long, List<ChartService>>();
    jdbc.sql(
            """
            select chart_id, chart_service_id, kind, code, title, units, confidence_percent, evidence, path, hints, decision,
              decision_reason
            from chart_service
            where chart_id = any (:charts)
            order by kind desc, chart_service_id
            """)
        .param("charts", charts)
        .query(row -> {
          found
              .computeIfAbsent(row.getLong("chart_id"), id -> new ArrayList<>())
              .add(
                  new ChartService(
                      row.getLong("chart_service_id"),
                      Kind.valueOf(row.getString("kind")),
                      new ProcedureCode(row.getString("code")),
                      row.getString("title"),
                      row.getInt("units"),
                      row.getInt("confidence_percent"),
                      json.readList(row.getString("evidence"), Evidence.class),
                      json.readList(row.getString("path"), String.class),
                      json.readList(row.getString("hints"), String.class),
                      decision(row),
                      row.getString("decision_reason")));
        });
    return found;
  }

  private Map<Long, List<Evidence>> withoutCandidate(Long[] charts) {
    var found = new HashMap<Long, List<Evidence>>();
    jdbc.sql(
            """
            select chart_id, evidence
            from procedure_without_candidate
            where chart_id = any (:charts)
            order by procedure_without_candidate_id
            """)
        .param("charts", charts)
        .query(row -> {
          found
              .computeIfAbsent(row.getLong("chart_id"), id -> new ArrayList<>())
              .add(json.read(row.getString("evidence"), Evidence.class));
        });
    return found;
  }

  private static @Nullable Decision decision(ResultSet row) throws SQLException {
    String decision = row.getString("decision");
    return decision == null ? null : Decision.valueOf(decision);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
