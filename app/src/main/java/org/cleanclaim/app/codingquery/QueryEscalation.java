package org.cleanclaim.app.codingquery;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.staff.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Unanswered queries go to somebody else on the day that the practice's rules fix when a query is
/// sent.
@Component
@Transactional
public class QueryEscalation {
  private final JdbcClient jdbc;
  private final CodingQueries queries;
  private final QueryClock clocks;
  private final Encounters encounters;
  private final Staff staff;
  private final AuditTrail audit;
  private final Clock clock;

  QueryEscalation(
      JdbcClient jdbc,
      CodingQueries queries,
      QueryClock clocks,
      Encounters encounters,
      Staff staff,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.queries = queries;
    this.clocks = clocks;
    this.encounters = encounters;
    this.staff = staff;
    this.audit = audit;
    this.clock = clock;
  }

  /// Gives every unanswered query whose day has come to whom it is escalated, once, and writes down
  /// who was told: that person or office, and the coder who waits.
  ///
  /// @return how many
  public int escalateDue() {
    AccessDeniedForActor.unlessEither(Permission.WRITE_QUERY, Permission.MANAGE_STAFF);
    List<UUID> due =
        jdbc.sql(
                """
                update coding_query
                set escalated_at = :now
                where status = 'SENT' and escalated_at is null and escalate_on <= :today
                returning public_id
                """)
            .param("now", now())
            .param("today", staff.today())
            .query(UUID.class)
            .list();
    for (UUID id : due) tell(queries.find(id).orElseThrow());
    return due.size();
  }

  private void tell(CodingQuery query) {
    String to = String.valueOf(query.escalateTo());
    String why =
        "Not answered by %s, the day it was due; escalated from %s on"
            .formatted(query.dueOn(), query.escalateOn());
    for (String told : new LinkedHashSet<>(List.of(to, query.writtenBy()))) {
      jdbc.sql(
              """
              insert into query_notice (coding_query_id, told, why, told_at)
              values (:query, :told, :why, :now)
              """)
          .param("query", query.id())
          .param("told", told)
          .param("why", why)
          .param("now", now())
          .update();
    }
    clocks.passTo(query, to);
    audit.record(
        "escalated query",
        "query",
        query.publicId(),
        encounters.get(query.encounterId()).patientId().value(),
        "told " + to + " and " + query.writtenBy());
  }

  /// Who was told about a query, oldest first.
  @Transactional(readOnly = true)
  public List<QueryNotice> notices(CodingQuery query) {
    return jdbc.sql(
            """
            select told, why, told_at
            from query_notice
            where coding_query_id = :query
            order by query_notice_id
            """)
        .param("query", query.id())
        .query((row, n) ->
            new QueryNotice(
                row.getString("told"),
                row.getString("why"),
                row.getTimestamp("told_at").toInstant()))
        .list();
  }

  /// How many queries that were escalated are still unanswered.
  @Transactional(readOnly = true)
  public int open() {
    return jdbc.sql(
            "select count(*)::int from coding_query where status = 'SENT' and escalated_at is not"
                + " null")
        .query(Integer.class)
        .single();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
