package org.cleanclaim.app.denial;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.denial.DenialCase.Status;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of appeals.
@Component
class AppealRecords {
  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Clock clock;

  AppealRecords(JdbcClient jdbc, JsonColumns json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /// The highest level that was sent; zero when none was.
  int used(long caseId) {
    return jdbc.sql(
            "select coalesce(max(level), 0) from denial_appeal where denial_case_id = :id and"
                + " sent_on is not null")
        .param("id", caseId)
        .query(Integer.class)
        .single();
  }

  boolean isPending(long caseId) {
    return jdbc.sql(
            """
            select exists (
              select from denial_appeal where denial_case_id = :id and sent_on is not null and decided_on is null)
            """)
        .param("id", caseId)
        .query(Boolean.class)
        .single();
  }

  /// Keeps a letter; one that was not sent is written over.
  void write(long caseId, int level, String title, AppealLetter letter) {
    jdbc.sql(
            """
            insert into denial_appeal (denial_case_id, level, title, letter, written_at)
            values (:id, :level, :title, :letter::jsonb, :now)
            on conflict (denial_case_id, level) do update
              set letter = excluded.letter, written_at = excluded.written_at
              where denial_appeal.sent_on is null
            """)
        .param("id", caseId)
        .param("level", level)
        .param("title", title)
        .param("letter", json.write(letter))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  void send(long caseId, int level, LocalDate on, String way, String tracking) {
    jdbc.sql(
            """
            update denial_appeal set sent_on = :on, sent_by_way = :way, tracking = nullif(:tracking, '')
            where denial_case_id = :id and level = :level and sent_on is null
            """)
        .param("on", on)
        .param("way", way)
        .param("tracking", tracking)
        .param("id", caseId)
        .param("level", level)
        .update();
  }

  void decide(long caseId, int level, LocalDate on, Status outcome, Money recovered) {
    jdbc.sql(
            """
            update denial_appeal set decided_on = :on, outcome = :outcome, recovered = :recovered
            where denial_case_id = :id and level = :level and decided_on is null
            """)
        .param("on", on)
        .param("outcome", outcome.name())
        .param("recovered", recovered.toBigDecimal())
        .param("id", caseId)
        .param("level", level)
        .update();
  }

  List<Appeal> of(long caseId) {
    return jdbc.sql(
            """
            select level, title, letter, sent_on, sent_by_way, tracking, decided_on, outcome, recovered
            from denial_appeal
            where denial_case_id = :id
            order by level
            """)
        .param("id", caseId)
        .query((row, n) ->
            new Appeal(
                row.getInt("level"),
                row.getString("title"),
                json.read(row.getString("letter"), AppealLetter.class),
                row.getObject("sent_on", LocalDate.class),
                row.getString("sent_by_way"),
                row.getString("tracking"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("outcome") == null ? null : Status.valueOf(row.getString("outcome")),
                row.getBigDecimal("recovered") == null
                    ? null
                    : Money.of(row.getBigDecimal("recovered").toPlainString())))
        .list();
  }
}
