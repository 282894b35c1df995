package org.cleanclaim.app.codingqueue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.chart.PendingReason;
import org.cleanclaim.app.storage.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What charts wait for, whoever said so.
@Component
@Transactional(readOnly = true)
public class WaitingCharts {
  private final JdbcClient jdbc;

  WaitingCharts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A page of what charts wait for: what is due first, then the oldest.
  ///
  /// @param reason null for all
  public ListPage<WaitingChart> open(@Nullable PendingReason reason, int page) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    return ListPage.of(
        jdbc.sql(
                """
                select public_id, encounter, visit_number, reason, note, follow_up_on, added_by, added_at, query
                from (
                  select p.public_id, e.public_id as encounter, e.visit_number, p.reason, p.note, p.follow_up_on,
                    p.added_by, p.added_at, null::uuid as query
                  from chart_pending p
                  join chart c using (chart_id)
                  join encounter e using (encounter_id)
                  where p.resolved_at is null
                  union all
                  select null, e.public_id, e.visit_number, 'QUERY', q.query ->> 'subject', q.due_on, q.written_by,
                    q.sent_at, q.public_id
                  from coding_query q
                  join encounter e using (encounter_id)
                  where q.status = 'SENT' and q.overridden_at is null) w
                where :reason::text is null or reason = :reason
                order by follow_up_on nulls last, added_at, visit_number
                """
                    + ListPage.PART)
            .param("reason", reason == null ? null : reason.name()),
        WaitingCharts::waiting,
        page);
  }

  private static WaitingChart waiting(ResultSet row, int n) throws SQLException {
    return new WaitingChart(
        row.getObject("public_id", UUID.class),
        row.getObject("encounter", UUID.class),
        row.getString("visit_number"),
        PendingReason.valueOf(row.getString("reason")),
        row.getString("note"),
        row.getObject("follow_up_on", LocalDate.class),
        row.getString("added_by"),
        row.getTimestamp("added_at").toInstant(),
        row.getObject("query", UUID.class));
  }
}
