package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Holds the drawers of a day against the ledger's day. Money that is entered for a day that was
/// closed already stands in the ledger on the first day that was open then.
@Component
@Transactional(readOnly = true)
public class DrawerDays {
  /// What stands in the ledger on another day than in the drawer.
  ///
  /// @param drawerOn when it was received, or came back
  /// @param ledgerOn the day it stands on in the ledger
  /// @param amount what was received less what came back
  private record Moved(LocalDate drawerOn, LocalDate ledgerOn, int entries, Money amount) {}

  private final JdbcClient jdbc;

  DrawerDays(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Why drawer and ledger differ on a day, in a sentence for each other day; empty when both have
  /// the same.
  public List<String> differences(LocalDate day) {
    return moved(day).stream().map(moved -> sentence(moved, day)).toList();
  }

  private static String sentence(Moved moved, LocalDate day) {
    String what =
        "%s of %d %s"
            .formatted(
                Statement.dollars(moved.amount()),
                moved.entries(),
                moved.entries() == 1 ? "entry" : "entries");
    return moved.drawerOn().equals(day)
        ? "%s in this list stands in the ledger on %s: this day was closed when it was entered."
            .formatted(what, moved.ledgerOn())
        : "The ledger has %s on this day that is in the list of %s: that day was closed when it was entered."
            .formatted(what, moved.drawerOn());
  }

  private List<Moved> moved(LocalDate day) {
    return jdbc.sql(
            """
            with drawer as (
              select 'receipt-' || receipt_number as key, received_on as day, amount
              from patient_payment
              union all
              select 'reversed-receipt-' || m.receipt_number, r.reversed_on, -m.amount
              from payment_reversal r
              join patient_payment m using (patient_payment_id))
            select d.day, g.effective_on, count(*) as entries, sum(d.amount) as amount
            from drawer d
            join posting g on g.idempotency_key = d.key
            where d.day <> g.effective_on and (d.day = :day or g.effective_on = :day)
            group by d.day, g.effective_on
            order by d.day, g.effective_on
            """)
        .param("day", day)
        .query((row, n) ->
            new Moved(
                row.getObject("day", LocalDate.class),
                row.getObject("effective_on", LocalDate.class),
                row.getInt("entries"),
                Rows.money(row, "amount")))
        .list();
  }
}
