package org.cleanclaim.app.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The posting that takes another out: the same entries with the other sign, and the name of the
/// first.
@Component
class ReversingPosting {
  private record Posted(long id, String source) {}

  private final JdbcClient jdbc;

  ReversingPosting(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @return empty when nothing was posted under the key
  Optional<PostingDraft> of(String key, String kind, String reason, LocalDate effectiveOn) {
    return jdbc.sql("select posting_id, source from posting where idempotency_key = :key")
        .param("key", key)
        .query((row, n) -> new Posted(row.getLong("posting_id"), row.getString("source")))
        .optional()
        .map(posted ->
            new PostingDraft(
                kind,
                reason,
                posted.source(),
                key + "-undone",
                effectiveOn,
                posted.id(),
                negated(posted.id())));
  }

  private List<Entry> negated(long postingId) {
    return jdbc.sql(
            """
            select account, amount, patient_id, encounter_id, claim_id, payer_id, line, memo
            from entry
            where posting_id = :posting
            order by position
            """)
        .param("posting", postingId)
        .query((row, n) ->
            new Entry(
                Account.valueOf(row.getString("account")),
                Money.of(row.getBigDecimal("amount").toPlainString()).negated(),
                row.getObject("patient_id", Long.class),
                row.getObject("encounter_id", Long.class),
                row.getObject("claim_id", Long.class),
                row.getObject("payer_id", Long.class),
                row.getObject("line", Integer.class),
                row.getString("memo")))
        .list();
  }
}
