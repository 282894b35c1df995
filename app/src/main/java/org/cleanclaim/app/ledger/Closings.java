package org.cleanclaim.app.ledger;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which days are closed. Whoever posts and whoever closes wait for each other, so that nothing
/// slips into a day while it is closed.
@Component
@Transactional(readOnly = true)
public class Closings {
  private static final int POSTING_LOCK = 7303;

  /// What is closed at once.
  public enum Kind {
    DAY("Day"),
    PERIOD("Period");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /// A close, with the ledger as it stood.
  ///
  /// @param ledgerHash of all postings that count for the closed days
  public record Closing(
      Kind kind,
      LocalDate closedThrough,
      java.time.Instant closedAt,
      String closedBy,
      long postings,
      Money debits,
      Money credits,
      String ledgerHash,
      @Nullable String note) {}

  private final JdbcClient jdbc;

  Closings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The first day that takes entries, held open for the rest of the transaction; null when none
  /// was ever closed.
  @Nullable LocalDate firstOpenDay() {
    lock("pg_advisory_xact_lock_shared");
    var through = closedThrough();
    return through == null ? null : through.plusDays(1);
  }

  /// Waits until nobody posts, and keeps others from it for the rest of the transaction.
  void stopPosting() {
    lock("pg_advisory_xact_lock");
  }

  private void lock(String function) {
    jdbc.sql("select %s(%d, :organization)".formatted(function, POSTING_LOCK))
        .param("organization", Math.toIntExact(Acting.actor().organizationId()))
        .query(row -> {});
  }

  /// The last closed day.
  public @Nullable LocalDate closedThrough() {
    return jdbc.sql("select max(closed_through) as day from closing")
        .query((row, n) -> new LastDay(row.getObject("day", LocalDate.class)))
        .single()
        .day();
  }

  private record LastDay(@Nullable LocalDate day) {}

  /// All closes, the latest first.
  public List<Closing> all() {
    return jdbc.sql(
            """
            select kind, closed_through, closed_at, closed_by, postings, debits, credits, ledger_hash, note
            from closing
            order by closed_through desc, closing_id desc
            """)
        .query((row, n) ->
            new Closing(
                Kind.valueOf(row.getString("kind")),
                row.getObject("closed_through", LocalDate.class),
                row.getTimestamp("closed_at").toInstant(),
                row.getString("closed_by"),
                row.getLong("postings"),
                Money.of(row.getBigDecimal("debits").toPlainString()),
                Money.of(row.getBigDecimal("credits").toPlainString()),
                row.getString("ledger_hash"),
                row.getString("note")))
        .list();
  }
}
