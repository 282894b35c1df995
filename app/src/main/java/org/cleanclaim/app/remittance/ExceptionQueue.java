package org.cleanclaim.app.remittance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What remittances leave for a person to decide, and nothing else: each with the place in the
/// file, a sentence, and what to do.
@Component
@Transactional
public class ExceptionQueue {
  /// What waits, by what can be done about it.
  public enum Kind {
    OUT_OF_BALANCE("Does not balance"),
    UNREADABLE("Amount not readable"),
    DAMAGED("Damaged on the way"),
    OTHER_PAYEE("For another practice"),
    TEST_FILE("Test file"),
    REPEATED_TRACE("Trace number again, other content"),
    REPEATED_CONTENT("Same content again"),
    NEGATIVE_PAYMENT("Negative payment"),
    DAY_TO_COME("Dated far ahead"),
    UNMATCHED_CLAIM("No claim found"),
    REVERSAL_WITHOUT_PAYMENT("Reversal of an unknown payment"),
    CREDIT_LEFT("More settled than was owed");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    /// The whole remittance waits; a person may have it posted all the same.
    public boolean isReleasable() {
      return this == OTHER_PAYEE
          || this == TEST_FILE
          || this == REPEATED_TRACE
          || this == REPEATED_CONTENT
          || this == NEGATIVE_PAYMENT
          || this == DAY_TO_COME;
    }

    /// The whole remittance waits and may be put aside.
    public boolean isDiscardable() {
      return isReleasable() || this == OUT_OF_BALANCE || this == UNREADABLE || this == DAMAGED;
    }
  }

  /// Which part of the queue a list shows.
  public enum Shown {
    ALL("all"),
    UNMATCHED("payments without a claim"),
    STOPPED("remittances not posted"),
    POSTED("posted payments to look into");

    private final String title;

    Shown(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    private boolean holds(Kind kind) {
      return switch (this) {
        case ALL -> true;
        case UNMATCHED -> kind == Kind.UNMATCHED_CLAIM;
        case STOPPED -> kind.isDiscardable();
        case POSTED -> kind != Kind.UNMATCHED_CLAIM && !kind.isDiscardable();
      };
    }

    /// The names of its kinds.
    public String[] kinds() {
      return Arrays.stream(Kind.values())
          .filter(this::holds)
          .map(Kind::name)
          .toArray(String[]::new);
    }
  }

  /// One thing to decide.
  ///
  /// @param claimControlNumber as the payer sent it, null where the whole remittance waits
  public record Item(
      UUID id,
      Kind kind,
      UUID remittanceId,
      String trace,
      String payer,
      LocalDate paidOn,
      @Nullable Long claimPaymentId,
      @Nullable String claimControlNumber,
      String place,
      String sentence,
      String remedy,
      Money amount,
      Instant openedAt,
      @Nullable Instant closedAt,
      @Nullable String closedBy,
      @Nullable String outcome) {}

  private static final String SELECT =
      """
      select x.public_id, x.kind, r.public_id as remittance, r.trace, r.payer_name, r.paid_on, x.claim_payment_id,
        p.claim_control_number, x.place, x.sentence, x.remedy, x.amount, x.opened_at, x.closed_at, x.closed_by,
        x.outcome
      from remittance_exception x
      join remittance r using (remittance_id)
      left join claim_payment p using (claim_payment_id)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ExceptionQueue(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// A page of the open ones, the oldest first.
  @Transactional(readOnly = true)
  public ListPage<Item> open(int page) {
    return open(Shown.ALL, page);
  }

  /// A page of a part of the open ones, the oldest first.
  @Transactional(readOnly = true)
  public ListPage<Item> open(Shown shown, int page) {
    return ListPage.of(
        jdbc.sql(
                SELECT
                    + "where x.closed_at is null and x.kind = any (:kinds) order by"
                    + " x.remittance_exception_id"
                    + ListPage.PART)
            .param("kinds", shown.kinds()),
        ExceptionQueue::item,
        page);
  }

  /// How many are open.
  @Transactional(readOnly = true)
  public int openCount() {
    return jdbc.sql("select count(*) from remittance_exception where closed_at is null")
        .query(Integer.class)
        .single();
  }

  /// A page of those of a remittance: what is open first, then what was decided.
  @Transactional(readOnly = true)
  public ListPage<Item> of(UUID remittanceId, int page) {
    return ListPage.of(
        jdbc.sql(
                SELECT
                    + "where r.public_id = :id order by x.closed_at is not null,"
                    + " x.remittance_exception_id"
                    + ListPage.PART)
            .param("id", remittanceId),
        ExceptionQueue::item,
        page);
  }

  @Transactional(readOnly = true)
  public Optional<Item> find(UUID id) {
    return jdbc.sql(SELECT + "where x.public_id = :id")
        .param("id", id)
        .query(ExceptionQueue::item)
        .optional();
  }

  void open(long remittanceId, Stop stop) {
    jdbc.sql(
            """
            insert into remittance_exception (remittance_id, kind, place, sentence, remedy, amount, opened_at)
            values (:remittance, :kind, :place, :sentence, :remedy, :amount, :now)
            """)
        .param("remittance", remittanceId)
        .param("kind", stop.reason().name())
        .param("place", stop.place())
        .param("sentence", stop.sentence())
        .param("remedy", stop.remedy())
        .param("amount", stop.amount().toBigDecimal())
        .param("now", now())
        .update();
  }

  /// One for each payment of a run that found no claim.
  void openUnmatched(long remittanceId, int first, int last) {
    jdbc.sql(
            """
            insert into remittance_exception (remittance_id, claim_payment_id, kind, place, sentence, remedy, amount,
              opened_at)
            select remittance_id, claim_payment_id, 'UNMATCHED_CLAIM', 'CLP ' || position || ', ' || claim_control_number,
              unmatched_reason || ' ' || paid || ' lies in unapplied cash.',
              'Match it to its claim, or mark it as not yours and send the money back.', paid, :now
            from claim_payment
            where remittance_id = :remittance and position between :first and :last and match = 'UNMATCHED'
            order by position
            """)
        .param("remittance", remittanceId)
        .param("first", first)
        .param("last", last)
        .param("now", now())
        .update();
  }

  /// Reversals of a remittance that take back what was never posted.
  void openReversals(long remittanceId) {
    jdbc.sql(
            """
            insert into remittance_exception (remittance_id, claim_payment_id, kind, place, sentence, remedy, amount,
              opened_at)
            select remittance_id, claim_payment_id, 'REVERSAL_WITHOUT_PAYMENT',
              'CLP ' || position || ', ' || claim_control_number,
              'The payer takes back ' || -paid || ' of this claim (CLP02 22), but no payment of that amount was posted.'
                || ' The reversal was posted as it is.',
              'Look for the remittance that paid it and put it in; it pairs by itself when it comes.', paid, :now
            from claim_payment
            where remittance_id = :remittance and status_code = '22' and claim_id is not null
              and reverses_claim_payment_id is null
            order by position
            """)
        .param("remittance", remittanceId)
        .param("now", now())
        .update();
  }

  /// @return false when somebody has decided it already
  boolean close(UUID id, String outcome) {
    return jdbc.sql(
                """
                update remittance_exception
                set closed_at = :now, closed_by = :actor, outcome = :outcome
                where public_id = :id and closed_at is null
                """)
            .param("now", now())
            .param("actor", Acting.actor().name())
            .param("outcome", outcome)
            .param("id", id)
            .update()
        == 1;
  }

  /// Adds to how it was decided what came of it.
  void note(UUID id, String more) {
    jdbc.sql(
            """
            update remittance_exception set outcome = outcome || '. ' || :more where public_id = :id
            """)
        .param("more", more)
        .param("id", id)
        .update();
  }

  void reopen(UUID id) {
    jdbc.sql(
            """
            update remittance_exception
            set closed_at = null, closed_by = null, outcome = null
            where public_id = :id
            """)
        .param("id", id)
        .update();
  }

  /// Reversals whose payment came after them wait no longer.
  void closePairedReversals(long remittanceId) {
    jdbc.sql(
            """
            update remittance_exception x
            set closed_at = :now, closed_by = :actor, outcome = 'The payment that it takes back came'
            from claim_payment r
            join claim_payment p on p.claim_payment_id = r.reverses_claim_payment_id
            where x.claim_payment_id = r.claim_payment_id and x.kind = 'REVERSAL_WITHOUT_PAYMENT'
              and x.closed_at is null and p.remittance_id = :remittance
            """)
        .param("now", now())
        .param("actor", Acting.actor().name())
        .param("remittance", remittanceId)
        .update();
  }

  /// What did not come whole, could not be read or did not add up is answered by the remittance
  /// with the same trace that was posted.
  void closeCorrected(long remittanceId) {
    jdbc.sql(
            """
            with answered as (
              update remittance_exception x
              set closed_at = :now, closed_by = :actor, outcome = 'A corrected remittance came and was posted'
              from remittance bad
              join remittance good on good.payer_key = bad.payer_key and good.trace = bad.trace
              where good.remittance_id = :remittance and x.remittance_id = bad.remittance_id
                and x.kind in ('OUT_OF_BALANCE', 'UNREADABLE', 'DAMAGED') and x.closed_at is null
              returning x.remittance_id)
            update remittance r
            set status = 'DISCARDED'
            from answered a
            where r.remittance_id = a.remittance_id and r.remittance_id <> :remittance
              and r.status in ('OUT_OF_BALANCE', 'STOPPED')
            """)
        .param("now", now())
        .param("actor", Acting.actor().name())
        .param("remittance", remittanceId)
        .update();
  }

  /// Whether a remittance was stopped for the file that it came in: it had not come whole, could
  /// not be read or was a test.
  @Transactional(readOnly = true)
  boolean isOfFile(long remittanceId) {
    return jdbc.sql(
            """
            select exists (
              select
              from remittance_exception
              where remittance_id = :remittance and kind in ('UNREADABLE', 'DAMAGED', 'TEST_FILE'))
            """)
        .param("remittance", remittanceId)
        .query(Boolean.class)
        .single();
  }

  /// A remittance that was stopped for its file has come in another.
  void closeFile(long remittanceId) {
    jdbc.sql(
            """
            update remittance_exception
            set closed_at = :now, closed_by = :actor,
              outcome = case kind when 'TEST_FILE' then 'It came again, as a live file' else 'It came again, whole' end
            where remittance_id = :remittance and kind in ('UNREADABLE', 'DAMAGED', 'TEST_FILE') and closed_at is null
            """)
        .param("now", now())
        .param("actor", Acting.actor().name())
        .param("remittance", remittanceId)
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static Item item(ResultSet row, int n) throws SQLException {
    return new Item(
        row.getObject("public_id", UUID.class),
        Kind.valueOf(row.getString("kind")),
        row.getObject("remittance", UUID.class),
        row.getString("trace"),
        row.getString("payer_name"),
        row.getObject("paid_on", LocalDate.class),
        row.getObject("claim_payment_id", Long.class),
        row.getString("claim_control_number"),
        row.getString("place"),
        row.getString("sentence"),
        row.getString("remedy"),
        Money.of(row.getBigDecimal("amount").toPlainString()),
        row.getTimestamp("opened_at").toInstant(),
        row.getTimestamp("closed_at") == null ? null : row.getTimestamp("closed_at").toInstant(),
        row.getString("closed_by"),
        row.getString("outcome"));
  }
}
