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
            quarterThatDiffers(through)
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

  private Optional<LocalDate> quarterThatDiffers(LocalDate through) {
    return jdbc.sql(
            """
            select q.through
            from receivable_quarter q
            where q.through <= :through and (exists (
                select from (
                  select is_patient, owed_for, subject_id, payer_id, amount
                  from quarter_receivable r
                  where r.through = q.through
                  union all
                  select is_patient, owed_for, subject_id, payer_id, -amount
                  from (%s) e) both_sides
                group by is_patient, owed_for, subject_id, payer_id
                having sum(amount) <> 0)
              or exists (
                select from (
                  select is_patient, payer_id, served_on, greatest(amount, 0) as owed, least(amount, 0) as credits
                  from quarter_receivable r
                  where r.through = q.through and not r.is_late
                  union all
                  select is_patient, payer_id, served_on, -owed, -credits
                  from quarter_aged a
                  where a.through = q.through) both_sides
                group by is_patient, payer_id, served_on
                having sum(owed) <> 0 or sum(credits) <> 0))
            order by q.through
            limit 1
            """
                .formatted(ReceivableMovements.through("q.through")))
        .param("through", through)
        .query(LocalDate.class)
        .optional();
  }
}
