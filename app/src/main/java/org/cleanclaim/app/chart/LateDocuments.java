package org.cleanclaim.app.chart;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Documents that came after a chart was opened, until its coder has looked at them.
@Component
@Transactional
public class LateDocuments {
  private final JdbcClient jdbc;
  private final Encounters encounters;
  private final AuditTrail audit;
  private final Clock clock;

  LateDocuments(JdbcClient jdbc, Encounters encounters, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.encounters = encounters;
    this.audit = audit;
    this.clock = clock;
  }

  /// Notes a document of a chart.
  ///
  /// @return whether it was not known before
  boolean note(long chartId, long documentId, boolean isLate) {
    return jdbc.sql(
                """
                insert into chart_document (document_id, chart_id, is_late, came_at)
                values (:document, :chart, :late, :now)
                on conflict (document_id) do nothing
                """)
            .param("document", documentId)
            .param("chart", chartId)
            .param("late", isLate)
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  /// Remembers what a late document brings.
  void brings(long documentId, List<String> codes) {
    jdbc.sql("update chart_document set new_codes = :codes where document_id = :document")
        .param("codes", codes.toArray(String[]::new))
        .param("document", documentId)
        .update();
  }

  /// The late documents of a chart, the latest first.
  @Transactional(readOnly = true)
  public List<LateDocument> of(EncounterId encounterId) {
    return jdbc.sql(
            """
            select k.document_id, d.name, k.came_at, k.new_codes, k.seen_by
            from chart_document k
            join document d using (document_id)
            where d.encounter_id = :encounter and k.is_late
            order by k.document_id desc
            """)
        .param("encounter", encounterId.value())
        .query((row, n) ->
            new LateDocument(
                row.getLong("document_id"),
                row.getString("name"),
                row.getTimestamp("came_at").toInstant(),
                Arrays.asList((String[]) row.getArray("new_codes").getArray()),
                row.getString("seen_by")))
        .list();
  }

  /// The actor has looked at the late documents of a chart.
  public void seen(EncounterId encounterId) {
    int seen =
        jdbc.sql(
                """
                update chart_document k
                set seen_by = :actor, seen_at = :now
                from document d
                where d.document_id = k.document_id and d.encounter_id = :encounter and k.is_late and k.seen_by is null
                """)
            .param("actor", Acting.actor().name())
            .param("now", Timestamp.from(clock.instant()))
            .param("encounter", encounterId.value())
            .update();
    if (seen == 0) return;
    var encounter = encounters.get(encounterId);
    audit.record(
        "looked at late documents",
        "encounter",
        encounterId,
        encounter.patientId().value(),
        seen + " documents");
  }
}
