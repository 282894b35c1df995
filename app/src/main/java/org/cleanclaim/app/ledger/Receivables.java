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

/// What was owed on a day, from entries alone: the same question has the same answer whenever it is
/// asked, as long as it says up to when postings were known.
@Component
@Transactional(readOnly = true)
public class Receivables {
  /// What one party owes, by days since the service; credits stand beside it and are not netted.
  ///
  /// @param party name of the payer, or "Patients"
  public record Aged(
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

  private final JdbcClient jdbc;

  Receivables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Receivables as of the end of a day, by payer, with the patients last.
  ///
  /// @param knownAt postings made later are left out; null counts all that are dated up to the day
  public List<Aged> asOf(LocalDate day, @Nullable Instant knownAt) {
    return jdbc.sql(
            """
            with open as (
              select case when e.account = 'INSURANCE_RECEIVABLE' then coalesce(y.name, 'Unknown payer') else 'Patients' end
                  as party,
                e.account <> 'INSURANCE_RECEIVABLE' as is_patient,
                coalesce(c.served_from, v.served_on, min(p.effective_on)) as served,
                sum(e.amount) as balance
              from entry e
              join posting p using (posting_id)
              left join claim c on c.claim_id = e.claim_id
              left join encounter v on v.encounter_id = e.encounter_id
              left join payer y on y.payer_id = e.payer_id
              where e.account in ('INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE') and p.effective_on <= :day
                and (:known::timestamptz is null or p.posted_at <= :known)
              group by 1, 2, e.account, y.name, c.claim_id, c.served_from, v.served_on,
                case when e.account = 'PATIENT_RECEIVABLE' then e.patient_id end
              having sum(e.amount) <> 0
            )
            select party, is_patient,
              coalesce(sum(balance) filter (where balance > 0 and :day - served <= 30), 0) as d30,
              coalesce(sum(balance) filter (where balance > 0 and :day - served between 31 and 60), 0) as d60,
              coalesce(sum(balance) filter (where balance > 0 and :day - served between 61 and 90), 0) as d90,
              coalesce(sum(balance) filter (where balance > 0 and :day - served between 91 and 120), 0) as d120,
              coalesce(sum(balance) filter (where balance > 0 and :day - served > 120), 0) as older,
              coalesce(sum(balance) filter (where balance > 0), 0) as owed,
              coalesce(sum(balance) filter (where balance < 0), 0) as credits
            from open
            group by party, is_patient
            order by is_patient, party
            """)
        .param("day", day)
        .param("known", knownAt == null ? null : Timestamp.from(knownAt), Types.TIMESTAMP)
        .query(Receivables::aged)
        .list();
  }

  private static Aged aged(ResultSet row, int n) throws SQLException {
    return new Aged(
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
