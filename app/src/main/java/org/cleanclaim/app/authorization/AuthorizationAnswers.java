package org.cleanclaim.app.authorization;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.authorization.AuthorizationRequest.Outcome;
import org.cleanclaim.app.storage.JsonColumns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps what payers answered to requests. An answer that comes twice is kept once.
@Component
class AuthorizationAnswers {
  /// The newest first, by the clock of the payer; what has no time of the payer's came first.
  private static final String NEWEST = "w.dated desc nulls last, w.authorization_answer_id desc";

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Clock clock;

  AuthorizationAnswers(JdbcClient jdbc, JsonColumns json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /// How an answer stands among the others to its request.
  enum Place {
    NEWEST,
    /// A newer one of the payer has come before it.
    OVERTAKEN,
    /// It is on file already.
    REPEATED
  }

  /// Keeps an answer.
  ///
  /// @param dated when the payer says that it answered, so that later is greater; null for unknown
  Place keep(long request, @Nullable String dated, ReviewAnswer answer, long fileId) {
    String said = json.write(answer);
    if (isKnown(request, said, fileId)) return Place.REPEATED;
    long id =
        jdbc.sql(
                """
                insert into authorization_answer (authorization_request_id, dated, answered_at, outcome, in_words,
                  said, answer_file_id)
                values (:request, :dated, :now, :outcome, :words, :said::jsonb, :file)
                returning authorization_answer_id
                """)
            .param("request", request)
            .param("dated", dated)
            .param("now", Timestamp.from(clock.instant()))
            .param("outcome", answer.outcome().name())
            .param("words", answer.inWords())
            .param("said", said)
            .param("file", fileId)
            .query(Long.class)
            .single();
    boolean isNewest = newest(request).filter(newest -> newest == id).isPresent();
    return isNewest ? Place.NEWEST : Place.OVERTAKEN;
  }

  // The same file again, or the same answer as the last in another file.
  private boolean isKnown(long request, String said, long fileId) {
    return jdbc.sql(
            """
            select exists (
              select 1 from authorization_answer w
              where w.authorization_request_id = :request
                and (w.answer_file_id = :file and coalesce(w.said = :said::jsonb, true)
                  or w.authorization_answer_id = :newest and w.said = :said::jsonb))
            """)
        .param("request", request)
        .param("said", said)
        .param("file", fileId)
        .param("newest", newest(request).orElse(null))
        .query(Boolean.class)
        .single();
  }

  private Optional<Long> newest(long request) {
    return jdbc.sql(
            """
            select w.authorization_answer_id from authorization_answer w
            where w.authorization_request_id = :request
            order by %s
            limit 1
            """
                .formatted(NEWEST))
        .param("request", request)
        .query(Long.class)
        .optional();
  }

  /// Whether a payer has decided what an authorization was asked for.
  boolean isDecided(Authorization asked) {
    return jdbc.sql(
            """
            select exists (
              select 1 from authorization_answer w
                join authorization_request r using (authorization_request_id)
              where r.payer_authorization_id = :id
                and w.outcome in ('CERTIFIED', 'MODIFIED', 'DENIED', 'NOT_NEEDED'))
            """)
        .param("id", asked.id())
        .query(Boolean.class)
        .single();
  }

  /// The answers to the requests for an authorization, and to the one that gave it beside another,
  /// by the requests' ids, the newest first.
  Map<Long, List<AuthorizationAnswer>> of(Authorization one) {
    var found = new HashMap<Long, List<AuthorizationAnswer>>();
    jdbc.sql(
            """
            select w.authorization_request_id, w.public_id, w.answered_at, w.outcome, w.in_words, f.public_id as file
            from authorization_answer w
              join authorization_request r using (authorization_request_id)
              join exchanged_file f on f.exchanged_file_id = w.answer_file_id
            where r.payer_authorization_id = :id
              or w.authorization_request_id = (
                select authorization_request_id from payer_authorization where payer_authorization_id = :id)
            order by w.authorization_request_id, %s
            """
                .formatted(NEWEST))
        .param("id", one.id())
        .query((row, n) ->
            found
                .computeIfAbsent(
                    row.getLong("authorization_request_id"), request -> new ArrayList<>())
                .add(
                    new AuthorizationAnswer(
                        row.getObject("public_id", UUID.class),
                        row.getTimestamp("answered_at").toInstant(),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("in_words"),
                        row.getObject("file", UUID.class))))
        .list();
    return found;
  }
}
