package org.cleanclaim.app.codingqueue;

import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.staff.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What of a coder's own work has come back, and what waits for those who review.
@Component
@Transactional(readOnly = true)
public class CoderDay {
  /// @param answered queries of the coder that were answered and are not closed
  /// @param reopened charts of the coder that are open again
  /// @param due charts of the coder that wait, on or after the day to ask again
  /// @param audits audited charts that were given to the coder and wait for a word
  /// @param reviews second reviews of others' coding that nobody has decided
  public record Counts(int answered, int reopened, int due, int audits, int reviews) {}

  private final JdbcClient jdbc;
  private final Staff staff;

  CoderDay(JdbcClient jdbc, Staff staff) {
    this.jdbc = jdbc;
    this.staff = staff;
  }

  /// The actor's day.
  public Counts counts() {
    return jdbc.sql(
            """
            select
              (select count(*) from coding_query where written_by = :actor and status = 'ANSWERED')::int as answered,
              (select count(*) from chart where coder = :actor and status = 'REOPENED')::int as reopened,
              (select count(distinct c.chart_id) from chart_pending p join chart c using (chart_id)
                where c.coder = :actor and p.resolved_at is null and p.follow_up_on <= :today)::int as due,
              (select count(*) from coding_audit_chart
                where :actor = any (people) and status = 'WITH_CODER')::int as audits,
              (select count(*) from coding_review where decision is null and coder <> :actor)::int as reviews
            """)
        .param("actor", Acting.actor().name())
        .param("today", staff.today())
        .query((row, n) ->
            new Counts(
                row.getInt("answered"),
                row.getInt("reopened"),
                row.getInt("due"),
                row.getInt("audits"),
                row.getInt("reviews")))
        .single();
  }
}
