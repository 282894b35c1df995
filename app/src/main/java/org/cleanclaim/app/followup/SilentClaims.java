package org.cleanclaim.app.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds the claims that payers are silent about. A payer's own usual time is measured: the days
/// within which nine of ten of its latest claims were decided, [#MOST_CLAIMS] of the last year at
/// most, when there are [#ENOUGH_CLAIMS] of them, else what the payer directory says, else
/// [#UNKNOWN_PAYER_DAYS]. One that the payer was called about is left out until the day that was
/// agreed upon.
@Component
@Transactional(readOnly = true)
public class SilentClaims {
  /// A 999 comes within a day, with a weekend within three (CAQH CORE infrastructure rules: by the
  /// next business day).
  static final int FILE_DAYS = 3;

  /// A 277CA comes within two business days of the 999.
  static final int CLAIM_DAYS = 5;

  /// Fewer decided claims do not show a habit.
  static final int ENOUGH_CLAIMS = 10;

  /// Thirty days: within it Medicare pays a clean claim without interest (42 USC 1395u(c)(2)), and
  /// most states' prompt-pay laws want no more.
  static final int UNKNOWN_PAYER_DAYS = 30;

  /// The latest show a habit as well as all of a year, and a habit that has changed sooner.
  static final int MOST_CLAIMS = 1_000;

  /// More are not counted.
  public static final int COUNTED = 500;

  private static final Duration A_YEAR = Duration.ofDays(365);

  private static final String MEASURED =
      """
      select y.payer_id,
        greatest(ceil(
          percentile_disc(0.9) within group (order by extract(epoch from k.adjudicated_at - k.first_sent_at)) / 86400), 1)
          as days
      from payer y
      cross join lateral (
        select c.adjudicated_at, c.first_sent_at
        from claim c
        where c.payer_id = y.payer_id and c.adjudicated_at > :yearAgo and c.first_sent_at is not null
        order by c.adjudicated_at desc
        limit :most) k
      group by y.payer_id
      having count(*) >= :enough
      """;

  private static final String HABIT =
      """
      with habit as (
        select y.payer_id, y.name as payer, y.slug, coalesce(m.days, d.usual_answer_days, :unknown) as usual_days,
          case
            when m.days is not null then 'MEASURED'
            when d.usual_answer_days is not null then 'DIRECTORY'
            else 'ASSUMED'
          end as habit
        from payer y
        left join (%s) m on m.payer_id = y.payer_id
        left join payer_contact d on d.payer_id = y.payer_id
        where cast(:payer as text) is null or y.slug = :payer)
      """
          .formatted(MEASURED);

  private static final String SILENT =
      HABIT
          + """
          , silent as (
            select h.payer, h.slug, h.usual_days, h.habit, s.silence, w.claim_id, w.last_sent_at
            from habit h
            cross join lateral (values
              ('SENT', 'NO_FILE_ANSWER', cast('-infinity' as timestamptz), cast(:fileBy as timestamptz)),
              ('SENT', 'NO_DECISION', cast(:fileBy as timestamptz), cast(:now as timestamptz) - h.usual_days * interval '86400 s' - interval '1 us'),
              ('ACCEPTED', 'NO_CLAIM_ANSWER', '-infinity', cast(:claimBy as timestamptz)),
              ('ACCEPTED', 'NO_DECISION', cast(:claimBy as timestamptz), cast(:now as timestamptz) - h.usual_days * interval '86400 s' - interval '1 us'),
              ('AT_PAYER', 'NO_DECISION', '-infinity', cast(:now as timestamptz) - h.usual_days * interval '86400 s' - interval '1 us'))
              as s (status, silence, after, by)
            cross join lateral (
              select c.claim_id, c.last_sent_at
              from claim c
              where c.payer_id = h.payer_id and c.status in ('SENT', 'ACCEPTED', 'AT_PAYER') and c.status = s.status
                and c.last_sent_at is not null and c.last_sent_at > s.after and c.last_sent_at <= s.by %s
                and coalesce((
                  select p.look_again_on <= cast(:today as date) from payer_call p
                  where p.claim_id = c.claim_id and p.kept_at > c.last_sent_at order by p.payer_call_id desc limit 1), true)
              order by c.last_sent_at, c.claim_id
              limit cast(:rows as bigint) + :skipped) w
            where cast(:silence as text) is null or s.silence = :silence
            order by w.last_sent_at, w.claim_id
            limit :rows offset :skipped)
          """;

  private static final String ALL = SILENT.formatted("");

  private static final String ONE = SILENT.formatted("and c.claim_id = :claim");

  private static final String EXPECTED =
      HABIT
          + """
          select c.last_sent_at + h.usual_days * interval '86400 s' as decided_by, h.usual_days, h.habit
          from claim c
          join habit h on h.payer_id = c.payer_id
          where c.claim_id = :claim and c.status = 'AT_PAYER' and c.last_sent_at is not null
          """;

  private static final String ROWS =
      """
      select c.public_id, c.control_number, s.payer, s.slug, c.total_charge, c.served_from, c.file_by, s.usual_days,
        s.habit, s.silence, s.last_sent_at as sent_at,
        floor(extract(epoch from cast(:now as timestamptz) - s.last_sent_at) / 86400) as days, asked.asked_at, asked.in_words
      from silent s
      join claim c using (claim_id)
      left join lateral (
        select i.asked_at, i.in_words
        from status_inquiry i
        where i.claim_id = s.claim_id
        order by i.status_inquiry_id desc
        limit 1) asked on true
      order by s.last_sent_at, s.claim_id
      """;

  private final JdbcClient jdbc;
  private final Deadlines deadlines;
  private final Organizations organizations;
  private final Clock clock;

  SilentClaims(JdbcClient jdbc, Deadlines deadlines, Organizations organizations, Clock clock) {
    this.jdbc = jdbc;
    this.organizations = organizations;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /// All of them, the longest silent first.
  ///
  /// @param payer short name, null for all
  /// @param silence null for all
  public List<SilentClaim> list(@Nullable String payer, @Nullable Silence silence) {
    return silent(ALL + ROWS, payer, silence)
        .param("rows", Integer.MAX_VALUE)
        .param("skipped", 0)
        .query(SilentClaims::claim)
        .list();
  }

  /// A page of them, the longest silent first. Of each payer, status and silence the oldest are
  /// taken from an index.
  ///
  /// @param payer short name, null for all
  /// @param silence null for all
  public ListPage<SilentClaim> page(@Nullable String payer, @Nullable Silence silence, int page) {
    return ListPage.of(silent(ALL + ROWS, payer, silence), SilentClaims::claim, page);
  }

  /// One of them; empty when its payer is not silent about it.
  public Optional<SilentClaim> find(BilledClaim claim) {
    return silent(ONE + ROWS, payer(claim), null)
        .param("claim", claim.id().value())
        .param("rows", 1)
        .param("skipped", 0)
        .query(SilentClaims::claim)
        .optional();
  }

  /// By when the payer that has a claim decides on it as a rule; empty for a claim that no payer
  /// has taken or that we did not send.
  public Optional<ExpectedDecision> expected(BilledClaim claim) {
    var zone = ZoneId.of(organizations.current().timeZone());
    return habit(EXPECTED, payer(claim))
        .param("claim", claim.id().value())
        .query((row, n) ->
            new ExpectedDecision(
                LocalDate.ofInstant(row.getTimestamp("decided_by").toInstant(), zone),
                row.getInt("usual_days"),
                Habit.valueOf(row.getString("habit"))))
        .optional();
  }

  private String payer(BilledClaim claim) {
    return jdbc.sql("select slug from payer where payer_id = :payer")
        .param("payer", claim.payerId())
        .query(String.class)
        .single();
  }

  /// How many there are; no more than [#COUNTED] are counted.
  public int count() {
    return silent(ALL + "select count(*) from silent", null, null)
        .param("rows", COUNTED)
        .param("skipped", 0)
        .query(Integer.class)
        .single();
  }

  private JdbcClient.StatementSpec silent(
      String sql, @Nullable String payer, @Nullable Silence silence) {
    var now = clock.instant();
    return habit(sql, payer)
        .param("now", Timestamp.from(now))
        .param("today", deadlines.today(), Types.DATE)
        .param("fileBy", Timestamp.from(now.minus(Duration.ofDays(FILE_DAYS))))
        .param("claimBy", Timestamp.from(now.minus(Duration.ofDays(CLAIM_DAYS))))
        .param("silence", silence == null ? null : silence.name());
  }

  private JdbcClient.StatementSpec habit(String sql, @Nullable String payer) {
    return jdbc.sql(sql)
        .param("yearAgo", Timestamp.from(clock.instant().minus(A_YEAR)))
        .param("enough", ENOUGH_CLAIMS)
        .param("most", MOST_CLAIMS)
        .param("unknown", UNKNOWN_PAYER_DAYS)
        .param("payer", payer);
  }

  /// Days within which payers decided nine of ten of their latest claims of the last year, by
  /// payer; those with too few of them are left out.
  public Map<Long, Integer> measuredDays() {
    Map<Long, Integer> days = new HashMap<>();
    jdbc.sql(MEASURED)
        .param("yearAgo", Timestamp.from(clock.instant().minus(A_YEAR)))
        .param("enough", ENOUGH_CLAIMS)
        .param("most", MOST_CLAIMS)
        .query(row -> {
          days.put(row.getLong("payer_id"), row.getInt("days"));
        });
    return days;
  }

  private static SilentClaim claim(ResultSet row, int n) throws SQLException {
    return new SilentClaim(
        row.getObject("public_id", UUID.class),
        row.getString("control_number"),
        row.getString("payer"),
        row.getString("slug"),
        Money.of(row.getBigDecimal("total_charge").toPlainString()),
        row.getObject("served_from", LocalDate.class),
        row.getTimestamp("sent_at").toInstant(),
        row.getInt("days"),
        row.getInt("usual_days"),
        Habit.valueOf(row.getString("habit")),
        row.getObject("file_by", LocalDate.class),
        Silence.valueOf(row.getString("silence")),
        instant(row.getTimestamp("asked_at")),
        row.getString("in_words"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
