package org.cleanclaim.app.chart;

import java.util.List;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.coding.note.FailedReading;
import org.cleanclaim.kernel.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The documents of charts that the program failed on when it looked for codes. Each is told on its
/// chart, and stops nothing: a coder reads it.
@Component
@Transactional
class FailedReadings implements FinalStop {
  private final JdbcClient jdbc;

  FailedReadings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Remembers that the program failed on a document of a chart.
  void note(long documentId, Throwable failure) {
    jdbc.sql("update chart_document set failure = :failure where document_id = :document")
        .param("failure", FailedReading.kind(failure))
        .param("document", documentId)
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Finding> stops(EncounterId encounterId) {
    return jdbc.sql(
            """
            select d.name, k.failure
            from chart_document k
            join document d using (document_id)
            where d.encounter_id = :encounter and k.failure is not null
            order by k.document_id
            """)
        .param("encounter", encounterId.value())
        .query(
            (row, n) -> FailedReading.unproposed(row.getString("name"), row.getString("failure")))
        .list();
  }
}
