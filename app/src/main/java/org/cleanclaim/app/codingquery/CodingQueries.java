package org.cleanclaim.app.codingquery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.codingquery.CodingQuery.Answer;
import org.cleanclaim.app.codingquery.CodingQuery.Closing;
import org.cleanclaim.app.codingquery.CodingQuery.Effect;
import org.cleanclaim.app.codingquery.CodingQuery.Outcome;
import org.cleanclaim.app.codingquery.CodingQuery.Status;
import org.cleanclaim.app.codingquery.CodingQuery.Waiver;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.coding.query.QueryText;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The queries as they stand.
@Component
@Transactional(readOnly = true)
public class CodingQueries {
  private static final String SELECT =
      """
      select coding_query_id, public_id, encounter_id, status, code_system, code, query, provider_npi, provider_name,
        written_by, written_at, sent_at, due_on, escalate_on, escalate_to, escalated_at, answered_at, answered_by,
        answer_choice, answer_text, answer_document_id, closed_at, closed_by, outcome, effect, effect_text,
        overridden_at, overridden_by, override_reason, answer_way, answer_recorded_by, answer_recorded_at,
        answer_signed_by, answer_signed_at
      from coding_query
      """;

  private final JdbcClient jdbc;
  private final JsonColumns json;

  CodingQueries(JdbcClient jdbc, JsonColumns json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public Optional<CodingQuery> find(UUID publicId) {
    return jdbc.sql(SELECT + "where public_id = :id")
        .param("id", publicId)
        .query(this::query)
        .optional();
  }

  /// The queries about a visit, oldest first.
  public List<CodingQuery> ofEncounter(EncounterId encounter) {
    return jdbc.sql(SELECT + "where encounter_id = :encounter order by coding_query_id")
        .param("encounter", encounter.value())
        .query(this::query)
        .list();
  }

  /// What a provider has been sent: unanswered first by due day, then the latest answers.
  public ListPage<CodingQuery> toProvider(String npi, int page) {
    return ListPage.of(
        jdbc.sql(
                SELECT
                    + """
                    where provider_npi = :npi and status in ('SENT', 'ANSWERED', 'CLOSED')
                    order by status <> 'SENT', case when status = 'SENT' then due_on end, coding_query_id desc
                    """
                    + ListPage.PART)
            .param("npi", npi),
        this::query,
        page);
  }

  /// How many queries to a provider wait for an answer.
  @Transactional(readOnly = true)
  public int unanswered(String npi) {
    return jdbc.sql(
            "select count(*) from coding_query where provider_npi = :npi and status = 'SENT'")
        .param("npi", npi)
        .query(Integer.class)
        .single();
  }

  private CodingQuery query(ResultSet row, int n) throws SQLException {
    String system = row.getString("code_system");
    return new CodingQuery(
        row.getLong("coding_query_id"),
        row.getObject("public_id", UUID.class),
        new EncounterId(row.getLong("encounter_id")),
        Status.valueOf(row.getString("status")),
        system == null ? null : CodeSystem.valueOf(system),
        row.getString("code"),
        json.read(row.getString("query"), QueryText.class),
        row.getString("provider_npi"),
        row.getString("provider_name"),
        row.getString("written_by"),
        row.getTimestamp("written_at").toInstant(),
        instant(row, "sent_at"),
        row.getObject("due_on", LocalDate.class),
        row.getObject("escalate_on", LocalDate.class),
        row.getString("escalate_to"),
        instant(row, "escalated_at"),
        answer(row),
        closing(row),
        waiver(row));
  }

  private static @Nullable Answer answer(ResultSet row) throws SQLException {
    Instant at = instant(row, "answered_at");
    if (at == null) return null;
    return new Answer(
        at,
        row.getString("answered_by"),
        row.getObject("answer_choice", Integer.class),
        row.getString("answer_text"),
        row.getLong("answer_document_id"),
        spoken(row));
  }

  private static @Nullable SpokenAnswer spoken(ResultSet row) throws SQLException {
    Instant recordedAt = instant(row, "answer_recorded_at");
    if (recordedAt == null) return null;
    return new SpokenAnswer(
        SpokenAnswer.Way.valueOf(row.getString("answer_way")),
        row.getString("answer_recorded_by"),
        recordedAt,
        row.getString("answer_signed_by"),
        instant(row, "answer_signed_at"));
  }

  private static @Nullable Closing closing(ResultSet row) throws SQLException {
    Instant at = instant(row, "closed_at");
    if (at == null) return null;
    return new Closing(
        at,
        row.getString("closed_by"),
        Outcome.valueOf(row.getString("outcome")),
        Effect.valueOf(row.getString("effect")),
        row.getString("effect_text"));
  }

  private static @Nullable Waiver waiver(ResultSet row) throws SQLException {
    Instant at = instant(row, "overridden_at");
    if (at == null) return null;
    return new Waiver(at, row.getString("overridden_by"), row.getString("override_reason"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
