package org.cleanclaim.app.codingquery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cleanclaim.app.codingquery.CodingQuery.Effect;
import org.cleanclaim.app.codingquery.CodingQuery.Outcome;
import org.cleanclaim.app.codingquery.CodingQuery.Status;
import org.cleanclaim.app.staff.Staff;
import org.cleanclaim.app.storage.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The list of queries, filtered and sorted; one query of the database for a page.
@Component
@Transactional(readOnly = true)
public class QueryList {

  /// By what the list is filtered: each status, sent and answered ones together, unanswered ones
  /// past their day, and those that somebody was told of.
  public static final List<String> STATES =
      Stream.concat(
              Arrays.stream(Status.values()).map(Enum::name),
              Stream.of("OPEN", "OVERDUE", "ESCALATED"))
          .toList();

  /// @param state one of [#STATES], or empty for all
  /// @param provider part of the provider's name or NPI, or empty
  /// @param writtenBy user name of the coder, or empty
  public record Filter(String state, String provider, String writtenBy) {}

  /// By what the list is sorted.
  public enum Sort {
    DUE("q.due_on nulls last, q.coding_query_id"),
    SENT("q.sent_at desc nulls first, q.coding_query_id desc"),
    PROVIDER("q.provider_name, q.due_on nulls last, q.coding_query_id"),
    CODER("q.written_by, q.due_on nulls last, q.coding_query_id"),
    VISIT("e.visit_number, q.coding_query_id"),
    STATUS("q.status, q.due_on nulls last, q.coding_query_id");

    private final String order;

    Sort(String order) {
      this.order = order;
    }
  }

  /// A query in the list.
  public record Row(
      UUID id,
      UUID encounterId,
      String visitNumber,
      String patient,
      String subject,
      String providerName,
      Status status,
      String writtenBy,
      @Nullable Instant sentAt,
      @Nullable LocalDate dueOn,
      boolean isOverdue,
      @Nullable Instant escalatedAt,
      @Nullable String escalateTo,
      @Nullable Instant answeredAt,
      @Nullable Outcome outcome,
      @Nullable Effect effect) {
    @Override
    public String toString() {
      return "Row[" + id + "]";
    }
  }

  private final JdbcClient jdbc;
  private final Staff staff;

  QueryList(JdbcClient jdbc, Staff staff) {
    this.jdbc = jdbc;
    this.staff = staff;
  }

  /// A page of the queries that fit, in an order.
  public ListPage<Row> rows(Filter filter, Sort sort, int page) {
    return ListPage.of(
        jdbc.sql(
                """
                select q.public_id, e.public_id as encounter, e.visit_number,
                  p.last_name || ', ' || p.first_name as patient, q.query ->> 'subject' as subject, q.provider_name,
                  q.status, q.written_by, q.sent_at, q.due_on, (q.status = 'SENT' and q.due_on < :today) as is_overdue,
                  q.escalated_at, q.escalate_to, q.answered_at, q.outcome, q.effect
                from coding_query q
                join encounter e using (encounter_id)
                join patient p using (patient_id)
                where (:state = '' or q.status = :state
                    or :state = 'OPEN' and q.status in ('SENT', 'ANSWERED')
                    or :state = 'ESCALATED' and q.status = 'SENT' and q.escalated_at is not null
                    or :state = 'OVERDUE' and q.status = 'SENT' and q.due_on < :today)
                  and (:provider = '' or strpos(lower(q.provider_name), lower(:provider)) > 0 or q.provider_npi = :provider)
                  and (:writtenBy = '' or q.written_by = :writtenBy)
                order by
                """
                    + sort.order
                    + ListPage.PART)
            .param("state", filter.state())
            .param("provider", filter.provider().strip())
            .param("writtenBy", filter.writtenBy().strip())
            .param("today", staff.today()),
        QueryList::row,
        page);
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    String outcome = row.getString("outcome");
    String effect = row.getString("effect");
    return new Row(
        row.getObject("public_id", UUID.class),
        row.getObject("encounter", UUID.class),
        row.getString("visit_number"),
        row.getString("patient"),
        row.getString("subject"),
        row.getString("provider_name"),
        Status.valueOf(row.getString("status")),
        row.getString("written_by"),
        instant(row, "sent_at"),
        row.getObject("due_on", LocalDate.class),
        row.getBoolean("is_overdue"),
        instant(row, "escalated_at"),
        row.getString("escalate_to"),
        instant(row, "answered_at"),
        outcome == null ? null : Outcome.valueOf(outcome),
        effect == null ? null : Effect.valueOf(effect));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
