package org.cleanclaim.app.ledger;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.cleanclaim.app.access.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What was open at the ends of months, kept so that a later day is asked of it and of the entries
/// after it. What comes for a day of a kept month later, entries and other days of service of
/// claims, is added to it by the database.
@Component
@Transactional
public class ReceivableMonths {
  private final JdbcClient jdbc;
  private final Closings closings;
  private final Organizations organizations;
  private final Clock clock;

  ReceivableMonths(JdbcClient jdbc, Closings closings, Organizations organizations, Clock clock) {
    this.jdbc = jdbc;
    this.closings = closings;
    this.organizations = organizations;
    this.clock = clock;
  }

  /// Keeps the first month that is over and not kept yet; nobody posts meanwhile.
  ///
  /// @return false when all that are over are kept
  public boolean keepNext() {
    if (next(last()) == null) return false;
    jdbc.sql("select set_config('work_mem', '128MB', true)").query(row -> {});
    closings.stopPosting();
    var last = last();
    var next = next(last);
    if (next == null) return false;
    jdbc.sql("insert into receivable_month (through, kept_at) values (:through, :now)")
        .param("through", next)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    jdbc.sql(
            """
            insert into month_receivable (through, is_patient, owed_for, subject_id, payer_id, served_on, amount)
            select :day, o.is_patient, o.owed_for, o.subject_id, o.payer_id,
              coalesce(case when o.owed_for <> 'NONE' then o.kept_day end, %s), o.amount
            from (
              select is_patient, owed_for, subject_id, payer_id, min(first_on) as first_on, min(kept_day) as kept_day,
                sum(amount) as amount
              from (
                select r.*, cast(null as date) as kept_day
                from (%s) r
                union all
                select is_patient, owed_for, subject_id, payer_id, served_on, amount, served_on
                from month_receivable
                where through = cast(:month as date) and not is_late) moved
              group by is_patient, owed_for, subject_id, payer_id
              having sum(amount) <> 0 or owed_for = 'NONE') o
            """
                .formatted(ReceivableMovements.SERVED_ON, ReceivableMovements.sinceMonth("")))
        .param("day", next, Types.DATE)
        .param("month", last, Types.DATE)
        .update();
    jdbc.sql(
            """
            insert into month_aged (through, is_patient, payer_id, served_on, owed, credits)
            select through, is_patient, payer_id, served_on, sum(greatest(amount, 0)), sum(least(amount, 0))
            from month_receivable
            where through = :day
            group by through, is_patient, payer_id, served_on
            """)
        .param("day", next, Types.DATE)
        .update();
    return true;
  }

  /// The last kept month that ends by a day.
  @Transactional(readOnly = true)
  @Nullable LocalDate lastThrough(LocalDate day) {
    return jdbc.sql("select max(through) from receivable_month where through <= :day")
        .param("day", day)
        .query(LocalDate.class)
        .optional()
        .orElse(null);
  }

  private @Nullable LocalDate last() {
    return lastThrough(organizations.today());
  }

  private @Nullable LocalDate next(@Nullable LocalDate last) {
    var day = last == null ? firstDay() : last.plusDays(1);
    if (day == null) return null;
    var month = day.with(TemporalAdjusters.lastDayOfMonth());
    return month.isBefore(organizations.today()) ? month : null;
  }

  private @Nullable LocalDate firstDay() {
    return jdbc.sql("select min(effective_on) from ledger_day")
        .query(LocalDate.class)
        .optional()
        .orElse(null);
  }
}
