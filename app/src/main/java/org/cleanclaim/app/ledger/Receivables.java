package org.cleanclaim.app.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What was owed on a day: the same question has the same answer whenever it is asked, as long as
/// it says up to when postings were known. It comes from what was open at the end of the last kept
/// quarter and the entries since; [ReceivableQuarters] says why that is what entries alone say.
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
  private final ReceivableQuarters quarters;

  Receivables(JdbcClient jdbc, ReceivableQuarters quarters) {
    this.jdbc = jdbc;
    this.quarters = quarters;
  }

  /// Receivables as of the end of a day, by payer, with the patients last. A payer owes for a
  /// claim, a patient for a visit: what was paid for a visit is taken off it and is no credit
  /// beside it.
  ///
  /// @param knownAt postings made later are left out; null counts all that are dated up to the day
  public List<Aged> asOf(LocalDate day, @Nullable Instant knownAt) {
    if (knownAt == null) return asOf(day);
    return aged(ReceivableMovements.known(), day)
        .param("known", Timestamp.from(knownAt))
        .query(Receivables::aged)
        .list();
  }

  private List<Aged> asOf(LocalDate day) {
    var quarter = quarters.lastThrough(day);
    var sql = aged(ReceivableMovements.since(quarter), day);
    if (quarter != null) sql = sql.param("quarter", quarter);
    return sql.query(Receivables::aged).list();
  }

  private JdbcClient.StatementSpec aged(String movements, LocalDate day) {
    jdbc.sql("select set_config('work_mem', '128MB', true)").query(row -> {});
    return jdbc.sql(
            """
            with own as (
              select claim_id, encounter_id, account, patient_id, payer_id, min(first_on) as first_on, sum(amount) as balance
              from (%s) moved
              group by claim_id, encounter_id, account, patient_id, payer_id
              having sum(amount) <> 0
            ), owing as (
              select o.account = 'PATIENT_RECEIVABLE' as is_patient, o.patient_id, o.balance,
                case when o.account = 'INSURANCE_RECEIVABLE' then o.payer_id end as payer_id,
                case when o.account = 'INSURANCE_RECEIVABLE' then o.claim_id end as claim_id,
                case when o.account = 'INSURANCE_RECEIVABLE' then o.encounter_id else coalesce(o.encounter_id, c.encounter_id) end
                  as encounter_id,
                coalesce(c.served_from, (select v.served_on from encounter v where v.encounter_id = o.encounter_id), o.first_on)
                  as served
              from own o
              left join claim c on c.claim_id = o.claim_id
            ), open as (
              select is_patient, payer_id, sum(balance) as balance, :day - min(served) as age
              from owing
              group by is_patient, payer_id, claim_id, encounter_id, patient_id
              having sum(balance) <> 0
            )
            select o.is_patient, case when o.is_patient then 'Patients' else coalesce(y.name, 'Unknown payer') end as party,
              coalesce(sum(balance) filter (where balance > 0 and age <= 30), 0) as d30,
              coalesce(sum(balance) filter (where balance > 0 and age between 31 and 60), 0) as d60,
              coalesce(sum(balance) filter (where balance > 0 and age between 61 and 90), 0) as d90,
              coalesce(sum(balance) filter (where balance > 0 and age between 91 and 120), 0) as d120,
              coalesce(sum(balance) filter (where balance > 0 and age > 120), 0) as older,
              coalesce(sum(balance) filter (where balance > 0), 0) as owed,
              coalesce(sum(balance) filter (where balance < 0), 0) as credits
            from open o
            left join payer y using (payer_id)
            group by is_patient, party
            order by is_patient, party
            """
                .formatted(movements))
        .param("day", day);
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
