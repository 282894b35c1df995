package org.cleanclaim.app.chart;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.chart.Chart.ChartCode;
import org.cleanclaim.app.chart.Chart.Decision;
import org.cleanclaim.app.chart.Chart.Status;
import org.cleanclaim.app.chart.Chart.SuggestedCode;
import org.cleanclaim.app.chart.ChartService.Kind;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.storage.JsonColumns;
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

  Charts(JdbcClient jdbc, JsonColumns json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public Chart get(EncounterId encounterId) {
    return find(encounterId).orElseThrow();
  }

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
                codes(row.getLong("chart_id")),
                services(row.getLong("chart_id"))))
        .optional();
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

  private List<SuggestedCode> suggestions(long chartId) {
    return jdbc.sql(
            """
            select suggestion_id, code_system, code, title, confidence_percent, evidence, path, missing_detail,
              decision, decision_reason
            from suggestion
            where chart_id = :chart
            order by suggestion_id
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
                decision(row),
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

  private List<ChartService> services(long chartId) {
    return jdbc.sql(
            """
            select chart_service_id, kind, code, title, units, confidence_percent, evidence, path, hints, decision,
              decision_reason
            from chart_service
            where chart_id = :chart
            order by kind desc, chart_service_id
            """)
        .param("chart", chartId)
        .query((row, n) ->
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
                row.getString("decision_reason")))
        .list();
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
