package org.cleanclaim.app.codingquery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.staff.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How providers answer.
@Component
@Transactional(readOnly = true)
public class QueryFigures {

  /// The queries that were sent to one provider in a span of days.
  ///
  /// @param overdue unanswered, and past the day they were due
  /// @param answeredInTime answered on the due day or before
  /// @param medianHours hours from sending to the answer, half of the answers took no longer; null
  ///   without an answer
  /// @param meanHours their mean, to a tenth
  /// @param longestHours the longest, to a tenth
  public record ProviderFigures(
      String providerNpi,
      String providerName,
      int sent,
      int answered,
      int overdue,
      int answeredInTime,
      @Nullable BigDecimal medianHours,
      @Nullable BigDecimal meanHours,
      @Nullable BigDecimal longestHours,
      int agreed,
      int disagreed,
      int noAnswer,
      int undetermined,
      int changedCodes) {}

  private final JdbcClient jdbc;
  private final Staff staff;

  QueryFigures(JdbcClient jdbc, Staff staff) {
    this.jdbc = jdbc;
    this.staff = staff;
  }

  /// By provider, for queries sent from the first day to the last in the practice's time zone.
  public List<ProviderFigures> byProvider(LocalDate from, LocalDate to) {
    return jdbc.sql(
            """
            with sent as (
              select q.*, extract(epoch from q.answered_at - q.sent_at) / 3600 as hours,
                (q.answered_at at time zone o.time_zone)::date as answered_on
              from coding_query q
              join organization o using (organization_id)
              where q.sent_at is not null and (q.sent_at at time zone o.time_zone)::date between :from and :to
                and q.status <> 'CANCELLED'
            )
            select provider_npi, max(provider_name) as provider_name, count(*)::int as sent,
              count(answered_at)::int as answered,
              (count(*) filter (where status = 'SENT' and due_on < :today))::int as overdue,
              (count(*) filter (where answered_on <= due_on))::int as in_time,
              round(percentile_disc(0.5) within group (order by hours), 1) as median_hours,
              round(avg(hours), 1) as mean_hours, round(max(hours), 1) as longest_hours,
              (count(*) filter (where outcome = 'AGREED'))::int as agreed,
              (count(*) filter (where outcome = 'DISAGREED'))::int as disagreed,
              (count(*) filter (where outcome = 'NO_ANSWER'))::int as no_answer,
              (count(*) filter (where outcome = 'UNDETERMINED'))::int as undetermined,
              (count(*) filter (where effect <> 'NONE'))::int as changed_codes
            from sent
            group by provider_npi
            order by provider_name, provider_npi
            """)
        .param("from", from)
        .param("to", to)
        .param("today", staff.today())
        .query((row, n) ->
            new ProviderFigures(
                row.getString("provider_npi"),
                row.getString("provider_name"),
                row.getInt("sent"),
                row.getInt("answered"),
                row.getInt("overdue"),
                row.getInt("in_time"),
                row.getBigDecimal("median_hours"),
                row.getBigDecimal("mean_hours"),
                row.getBigDecimal("longest_hours"),
                row.getInt("agreed"),
                row.getInt("disagreed"),
                row.getInt("no_answer"),
                row.getInt("undetermined"),
                row.getInt("changed_codes")))
        .list();
  }
}
