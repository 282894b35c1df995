package org.cleanclaim.app.ledger;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Compares the sums that are kept beside the entries with the entries alone.
@Component
@Transactional(readOnly = true)
public class KeptSums {
  private final JdbcClient jdbc;

  KeptSums(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What of the days up to one is not as the entries are; nothing when all is.
  public Optional<String> difference(LocalDate through) {
    return dayThatDiffers(through)
        .map("The kept sums of %s are not those of its entries."::formatted)
        .or(() ->
            monthThatDiffers(through)
                .map(
                    "What is kept as open at the end of %s is not what its entries say."
                        ::formatted))
        .map(sentence -> sentence + " Restore the database from a backup before you close.");
  }

  private Optional<LocalDate> dayThatDiffers(LocalDate through) {
    return jdbc.sql(
            """
            select effective_on
            from (
              select effective_on, account, debits, -credits as credits
              from ledger_day
              where effective_on <= :through
              union all
              select effective_on, account, -greatest(amount, 0), -least(amount, 0)
              from entry
              where effective_on <= :through) both_sides
            group by effective_on, account
            having sum(debits) <> 0 or sum(credits) <> 0
            order by effective_on
            limit 1
            """)
        .param("through", through)
        .query(LocalDate.class)
        .optional();
  }

  /// Each month is what the one before and the entries between them say, so that all entries are
  /// read once.
  private Optional<LocalDate> monthThatDiffers(LocalDate through) {
    return jdbc.sql(
            """
            with month as (
              select through, coalesce(lag(through) over (order by through), '-infinity') as before
              from receivable_month
              where through <= :through
            )
            select through
            from (
              select through
              from (
                select m.through, r.is_patient, r.owed_for, r.subject_id, r.payer_id, r.amount
                from month m
                join month_receivable r on r.through = m.through
                union all
                select m.through, r.is_patient, r.owed_for, r.subject_id, r.payer_id, -r.amount
                from month m
                join month_receivable r on r.through = m.before
                union all
                select m.through, e.is_patient, e.owed_for, e.subject_id, e.payer_id, -e.amount
                from month m
                cross join lateral (%s and effective_on > m.before) e) both_sides
              group by through, is_patient, owed_for, subject_id, payer_id
              having sum(amount) <> 0
              union all
              select through
              from (
                select through, is_patient, payer_id, served_on, greatest(amount, 0) as owed, least(amount, 0) as credits
                from month_receivable
                where through <= :through and not is_late
                union all
                select through, is_patient, payer_id, served_on, -owed, -credits
                from month_aged
                where through <= :through) both_sides
              group by through, is_patient, payer_id, served_on
              having sum(owed) <> 0 or sum(credits) <> 0) different
            order by through
            limit 1
            """
                .formatted(ReceivableMovements.through("m.through")))
        .param("through", through)
        .query(LocalDate.class)
        .optional();
  }
}
