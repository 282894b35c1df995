package org.cleanclaim.app.denial;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.cleanclaim.app.access.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of what is on record for cases.
@Component
class EvidenceRecords {
  private final JdbcClient jdbc;
  private final Clock clock;

  EvidenceRecords(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void add(long caseId, EvidenceKind kind, String content) {
    jdbc.sql(
            """
            insert into denial_evidence (denial_case_id, kind, content, added_by, added_at)
            values (:id, :kind, :content, :actor, :now)
            """)
        .param("id", caseId)
        .param("kind", kind.name())
        .param("content", content)
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  List<Evidence> of(long caseId) {
    return jdbc.sql(
            "select kind, content, added_by from denial_evidence where denial_case_id = :id order"
                + " by denial_evidence_id")
        .param("id", caseId)
        .query((row, n) ->
            new Evidence(
                EvidenceKind.valueOf(row.getString("kind")),
                row.getString("content"),
                row.getString("added_by")))
        .list();
  }
}
