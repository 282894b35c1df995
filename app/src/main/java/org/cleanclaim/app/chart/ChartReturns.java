package org.cleanclaim.app.chart;

import java.util.Optional;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What stood on a chart before each change of a screen, so that the last one can be taken back,
/// and the one before it, as long as nothing else has moved the chart since.
@Component
@Transactional
class ChartReturns {
  private final JdbcClient jdbc;

  ChartReturns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A change that can be taken back.
  ///
  /// @param code as it is written: with its dot
  /// @param madeOn the revision that it was made on
  /// @param stood codes and decisions before it
  record Last(ChartChange.Kind kind, String code, String madeBy, long madeOn, String stood) {
    /// For sentences: `accept E11.9`.
    String inWords() {
      return kind.words() + " " + code;
    }
  }

  private record Row(
      ChartChange.Kind kind,
      String code,
      String madeBy,
      long madeOn,
      @Nullable String stood,
      @Nullable Long backTo) {}

  /// The codes of a chart and what was decided on it, as text for [#restore].
  String standing(long chartId) {
    return jdbc.sql(
            """
            select jsonb_build_object(
              'codes', (select coalesce(jsonb_agg(to_jsonb(k)), '[]') from chart_code k where k.chart_id = :chart),
              'suggestions', (
                select coalesce(jsonb_agg(jsonb_build_object('id', suggestion_id, 'decision', decision,
                  'decision_reason', decision_reason, 'decided_by', decided_by, 'decided_at', decided_at)), '[]')
                from suggestion where chart_id = :chart),
              'services', (
                select coalesce(jsonb_agg(jsonb_build_object('id', chart_service_id, 'decision', decision,
                  'decision_reason', decision_reason, 'decided_by', decided_by, 'decided_at', decided_at)), '[]')
                from chart_service where chart_id = :chart))::text
            """)
        .param("chart", chartId)
        .query(String.class)
        .single();
  }

  /// The change that brought the chart to a revision; where that one took others back, the last one
  /// that still stands. Empty where the chart came there in another way.
  Optional<Last> last(long chartId, long revision) {
    Optional<Row> at = change(chartId, revision);
    while (at.isPresent() && at.get().backTo() != null) at = change(chartId, at.get().backTo());
    return at.flatMap(row ->
        row.stood() == null
            ? Optional.empty()
            : Optional.of(
                new Last(row.kind(), row.code(), row.madeBy(), row.madeOn(), row.stood())));
  }

  private Optional<Row> change(long chartId, long revision) {
    return jdbc.sql(
            """
            select kind, code, code_system, made_by, made_on, stood::text as stood, back_to
            from chart_change
            where chart_id = :chart and revision = :revision and made_on < revision
            """)
        .param("chart", chartId)
        .param("revision", revision)
        .query((row, n) ->
            new Row(
                ChartChange.Kind.valueOf(row.getString("kind")),
                written(row.getString("code_system"), row.getString("code")),
                row.getString("made_by"),
                row.getLong("made_on"),
                row.getString("stood"),
                row.getObject("back_to", Long.class)))
        .optional();
  }

  /// Changes of earlier versions do not say their code set.
  private static String written(@Nullable String system, String code) {
    return system == null ? code : CodeSystem.valueOf(system).written(code);
  }

  /// Puts codes and decisions back as they stood.
  void restore(long chartId, String stood) {
    jdbc.sql("delete from chart_code where chart_id = :chart").param("chart", chartId).update();
    jdbc.sql(
            """
            insert into chart_code (chart_id, position, code_system, code, title, evidence, reason, added_by,
              present_on_admission)
            select chart_id, position, code_system, code, title, evidence, reason, added_by, present_on_admission
            from jsonb_populate_recordset(null::chart_code, :stood::jsonb -> 'codes')
            """)
        .param("stood", stood)
        .update();
    decisions("suggestion", "suggestion_id", "suggestions", stood);
    decisions("chart_service", "chart_service_id", "services", stood);
  }

  private void decisions(String table, String id, String part, String stood) {
    jdbc.sql(
            """
            update %s d
            set decision = b.decision, decision_reason = b.decision_reason, decided_by = b.decided_by,
              decided_at = b.decided_at
            from jsonb_to_recordset(:stood::jsonb -> '%s')
              as b(id bigint, decision text, decision_reason text, decided_by text, decided_at timestamptz)
            where d.%s = b.id and (d.decision, d.decision_reason, d.decided_at)
              is distinct from (b.decision, b.decision_reason, b.decided_at)
            """
                .formatted(table, part, id))
        .param("stood", stood)
        .update();
  }
}
