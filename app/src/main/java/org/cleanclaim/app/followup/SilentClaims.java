package org.cleanclaim.app.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds the claims that payers are silent about. A payer's own usual time is measured: the days
/// within which nine of ten of its claims of the last year were decided, when there are
/// [#ENOUGH_CLAIMS] of them, else what the payer directory says, else [#UNKNOWN_PAYER_DAYS].
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

  private final JdbcClient jdbc;
  private final Clock clock;

  SilentClaims(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// The longest silent first.
  ///
  /// @param payer short name, null for all
  /// @param silence null for all
  public List<SilentClaim> list(@Nullable String payer, @Nullable Silence silence) {
    var now = clock.instant();
    return jdbc.sql(
            """
            with usual as (
              select payer_id, count(*) as claims,
                ceil(percentile_disc(0.9) within group (order by extract(epoch from adjudicated_at - first_sent_at)))
                  as seconds
              from claim
              where adjudicated_at > :yearAgo and first_sent_at is not null
              group by payer_id),
            waiting as (
              select c.claim_id, c.public_id, c.control_number, p.name as payer, p.slug, c.total_charge, c.served_from,
                c.file_by, c.status, sent.at as sent_at,
                extract(epoch from cast(:now as timestamptz) - sent.at) as silent,
                case
                  when u.claims >= :enough then greatest(ceil(u.seconds / 86400), 1)
                  else coalesce(d.usual_answer_days, :unknown)
                end as usual_days,
                case
                  when u.claims >= :enough then 'MEASURED'
                  when d.usual_answer_days is not null then 'DIRECTORY'
                  else 'ASSUMED'
                end as habit
              from claim c
              join payer p on p.payer_id = c.payer_id
              left join usual u on u.payer_id = c.payer_id
              left join payer_contact d on d.payer_id = c.payer_id
              cross join lateral (
                select max(s.sent_at) as at
                from submission_claim sc
                join submission s on s.submission_id = sc.submission_id
                where sc.claim_id = c.claim_id) sent
              where c.status in ('SENT', 'ACCEPTED', 'AT_PAYER') and sent.at is not null),
            silent as (
              select w.*,
                case
                  when w.status = 'SENT' and w.silent >= :fileDays * 86400 then 'NO_FILE_ANSWER'
                  when w.status = 'ACCEPTED' and w.silent >= :claimDays * 86400 then 'NO_CLAIM_ANSWER'
                  when w.silent > w.usual_days * 86400 then 'NO_DECISION'
                end as silence
              from waiting w)
            select s.*, floor(s.silent / 86400) as days, asked.asked_at, asked.in_words
            from silent s
            left join lateral (
              select i.asked_at, i.in_words
              from status_inquiry i
              where i.claim_id = s.claim_id
              order by i.status_inquiry_id desc
              limit 1) asked on true
            where s.silence is not null
              and (cast(:payer as text) is null or s.slug = :payer)
              and (cast(:silence as text) is null or s.silence = :silence)
            order by s.silent desc, s.control_number
            """)
        .param("yearAgo", Timestamp.from(now.minusSeconds(365L * 86_400)))
        .param("now", Timestamp.from(now))
        .param("enough", ENOUGH_CLAIMS)
        .param("unknown", UNKNOWN_PAYER_DAYS)
        .param("fileDays", FILE_DAYS)
        .param("claimDays", CLAIM_DAYS)
        .param("payer", payer)
        .param("silence", silence == null ? null : silence.name())
        .query(SilentClaims::claim)
        .list();
  }

  /// Days within which payers decided nine of ten of their claims of the last year, by payer; those
  /// with too few of them are left out.
  public Map<Long, Integer> measuredDays() {
    Map<Long, Integer> days = new HashMap<>();
    jdbc.sql(
            """
            select payer_id, greatest(ceil(
              percentile_disc(0.9) within group (order by extract(epoch from adjudicated_at - first_sent_at)) / 86400), 1)
                as days
            from claim
            where adjudicated_at > :yearAgo and first_sent_at is not null
            group by payer_id
            having count(*) >= :enough
            """)
        .param("yearAgo", Timestamp.from(clock.instant().minusSeconds(365L * 86_400)))
        .param("enough", ENOUGH_CLAIMS)
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
