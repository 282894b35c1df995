package org.cleanclaim.app.remittance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.ClaimStatus;
import org.cleanclaim.app.claim.UndecidedClaims.Before;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which claims a payment was matched to by hand, when and by whom, and which of that was undone.
@Component
@Transactional
public class MatchHistory {
  /// One match.
  ///
  /// @param undoneWhy null while it stands
  public record Matched(
      UUID claim,
      String controlNumber,
      String why,
      Instant matchedAt,
      String matchedBy,
      @Nullable Instant undoneAt,
      @Nullable String undoneBy,
      @Nullable String undoneWhy) {}

  /// The match that stands, and how its claim stood before.
  record Standing(long id, ClaimId claim, String postingKey, Before before) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  MatchHistory(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// The key under which the next match of a payment is posted: each match has its own.
  String nextKey(long paymentId) {
    int before =
        jdbc.sql("select count(*) from payment_match where claim_payment_id = :payment")
            .param("payment", paymentId)
            .query(Integer.class)
            .single();
    return "match-" + paymentId + (before == 0 ? "" : "-" + (before + 1));
  }

  void matched(long paymentId, ClaimId claim, String postingKey, Before before, String why) {
    jdbc.sql(
            """
            insert into payment_match (claim_payment_id, claim_id, posting_key, status_before, payer_number_before, why,
              matched_at, matched_by)
            values (:payment, :claim, :key, :status, :number, :why, :now, :actor)
            """)
        .param("payment", paymentId)
        .param("claim", claim.value())
        .param("key", postingKey)
        .param("status", before.status().name())
        .param("number", before.payerClaimControlNumber())
        .param("why", why)
        .param("now", Timestamp.from(clock.instant()))
        .param("actor", Acting.actor().name())
        .update();
  }

  /// The match of a payment that stands, held for the rest of the transaction.
  Optional<Standing> standing(long paymentId) {
    return jdbc.sql(
            """
            select payment_match_id, claim_id, posting_key, status_before, payer_number_before
            from payment_match
            where claim_payment_id = :payment and undone_at is null
            for update
            """)
        .param("payment", paymentId)
        .query((row, n) ->
            new Standing(
                row.getLong("payment_match_id"),
                new ClaimId(row.getLong("claim_id")),
                row.getString("posting_key"),
                new Before(
                    ClaimStatus.valueOf(row.getString("status_before")),
                    row.getString("payer_number_before"))))
        .optional();
  }

  void undone(long matchId, String why) {
    jdbc.sql(
            """
            update payment_match
            set undone_at = :now, undone_by = :actor, undone_why = :why
            where payment_match_id = :id
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("actor", Acting.actor().name())
        .param("why", why)
        .param("id", matchId)
        .update();
  }

  /// All matches of a payment that waited in the queue, the earliest first.
  @Transactional(readOnly = true)
  public List<Matched> of(UUID exceptionId) {
    return jdbc.sql(
            """
            select c.public_id, c.control_number, m.why, m.matched_at, m.matched_by, m.undone_at, m.undone_by, m.undone_why
            from remittance_exception x
            join payment_match m using (claim_payment_id)
            join claim c on c.claim_id = m.claim_id
            where x.public_id = :id and x.kind = 'UNMATCHED_CLAIM'
            order by m.payment_match_id
            """)
        .param("id", exceptionId)
        .query(MatchHistory::row)
        .list();
  }

  private static Matched row(ResultSet row, int n) throws SQLException {
    var undoneAt = row.getTimestamp("undone_at");
    return new Matched(
        row.getObject("public_id", UUID.class),
        row.getString("control_number"),
        row.getString("why"),
        row.getTimestamp("matched_at").toInstant(),
        row.getString("matched_by"),
        undoneAt == null ? null : undoneAt.toInstant(),
        row.getString("undone_by"),
        row.getString("undone_why"));
  }
}
