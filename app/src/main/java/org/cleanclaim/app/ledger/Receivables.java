package org.cleanclaim.app.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What was owed on a day: the same question has the same answer whenever it is asked, as long as
/// it says up to when postings were known. It comes from the sums of the last kept month: what has
/// moved since is taken out as it was kept and put in as it is now.
@Component
@Transactional(readOnly = true)
public class Receivables {
  /// What one party owes, by days since the service; credits stand beside it and are not netted.
  ///
  /// @param party name of the payer, or "Patients"
  public record Aged(
      boolean isOfPatients,
      String party,
      Money days0to30,
      Money days31to60,
      Money days61to90,
      Money days91to120,
      Money over120,
      Money owed,
      Money credits) {
    /// What is owed less what is owed back.
    public Money net() {
      return owed.plus(credits);
    }
  }

  private static final String KNOWN =
      "and exists (select from posting p where p.posting_id = e.posting_id and p.posted_at <="
          + " :known)";

  private final JdbcClient jdbc;
  private final ReceivableMonths months;

  Receivables(JdbcClient jdbc, ReceivableMonths months) {
    this.jdbc = jdbc;
    this.months = months;
  }

  /// Receivables as of the end of a day, by payer, with the patients last. A payer owes for a claim
  /// and is aged by its first day of service, a patient for a visit and by its day: what was paid
  /// for a visit is taken off it and is no credit beside it.
  ///
  /// @param knownAt postings made later are left out; null counts all that are dated up to the day
  public List<Aged> asOf(LocalDate day, @Nullable Instant knownAt) {
    if (knownAt == null) {
      return aged("", day, months.lastThrough(day)).query(Receivables::aged).list();
    }
    return aged(KNOWN, day, null)
        .param("known", Timestamp.from(knownAt))
        .query(Receivables::aged)
        .list();
  }

  private JdbcClient.StatementSpec aged(
      String condition, LocalDate day, @Nullable LocalDate month) {
    jdbc.sql("select set_config('work_mem', '128MB', true)").query(row -> {});
    return jdbc.sql(
            """
            with recent as (
              select is_patient, owed_for, subject_id, payer_id, min(first_on) as first_on, sum(amount) as amount
              from (%s) moved
              group by is_patient, owed_for, subject_id, payer_id
              having sum(amount) <> 0 or owed_for = 'NONE'
            ), changed as (
              select o.is_patient, o.payer_id, k.amount as kept, k.served_on as kept_day,
                coalesce(k.amount, 0) + o.amount as balance,
                case when k.served_on is null then %s when o.owed_for = 'NONE' then least(k.served_on, o.first_on)
                  else k.served_on end as served_on
              from recent o
              left join month_receivable k on k.through = cast(:month as date) and not k.is_late
                and k.is_patient = o.is_patient and k.owed_for = o.owed_for and k.subject_id = o.subject_id
                and k.payer_id is not distinct from o.payer_id
            ), days as (
              select is_patient, payer_id, served_on, owed, credits
              from month_aged
              where through = cast(:month as date)
              union all
              select is_patient, payer_id, kept_day, -sum(greatest(kept, 0)), -sum(least(kept, 0))
              from changed
              where kept <> 0
              group by is_patient, payer_id, kept_day
              union all
              select is_patient, payer_id, served_on, sum(greatest(balance, 0)), sum(least(balance, 0))
              from changed
              where balance <> 0
              group by is_patient, payer_id, served_on
            ), aged as (
              select is_patient, payer_id, :day - served_on as age, sum(owed) as owed, sum(credits) as credits
              from days
              group by is_patient, payer_id, served_on
              having sum(owed) <> 0 or sum(credits) <> 0
            )
            select is_patient, case when is_patient then 'Patients' else coalesce(y.name, 'Unknown payer') end as party,
              coalesce(sum(owed) filter (where age <= 30), 0) as d30,
              coalesce(sum(owed) filter (where age between 31 and 60), 0) as d60,
              coalesce(sum(owed) filter (where age between 61 and 90), 0) as d90,
              coalesce(sum(owed) filter (where age between 91 and 120), 0) as d120,
              coalesce(sum(owed) filter (where age > 120), 0) as older,
              sum(owed) as owed, sum(credits) as credits
            from aged
            left join payer y using (payer_id)
            group by is_patient, party
            order by is_patient, party
            """
                .formatted(
                    ReceivableMovements.sinceMonth(condition), ReceivableMovements.SERVED_ON))
        .param("day", day)
        .param("month", month, Types.DATE);
  }

  private static Aged aged(ResultSet row, int n) throws SQLException {
    return new Aged(
        row.getBoolean("is_patient"),
        row.getString("party"),
        money(row, "d30"),
        money(row, "d60"),
        money(row, "d90"),
        money(row, "d120"),
        money(row, "older"),
        money(row, "owed"),
        money(row, "credits"));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return Money.of(row.getBigDecimal(column).toPlainString());
  }
}
