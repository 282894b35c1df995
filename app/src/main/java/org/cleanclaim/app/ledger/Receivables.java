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

  private static final String KNOWN =
      """
      and exists (select from posting p where p.posting_id = e.posting_id and p.posted_at <= :known)
      """;

  private final JdbcClient jdbc;

  Receivables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Receivables as of the end of a day, by payer, with the patients last. A payer owes for a
  /// claim, a patient for a visit: what was paid for a visit is taken off it and is no credit
  /// beside it.
  ///
  /// @param knownAt postings made later are left out; null counts all that are dated up to the day
  public List<Aged> asOf(LocalDate day, @Nullable Instant knownAt) {
    var sql =
        jdbc.sql(
            """
            with own as (
              select e.claim_id, e.encounter_id, e.account, e.patient_id, max(e.payer_id) as payer_id,
                min(e.effective_on) as first_on, sum(e.amount) as balance
              from entry e
              where e.account in ('INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE') and e.effective_on <= :day %s
              group by e.claim_id, e.encounter_id, e.account, e.patient_id
              having sum(e.amount) <> 0
            ), aged as (
              select o.balance, o.account <> 'INSURANCE_RECEIVABLE' as is_patient,
                case when o.account = 'PATIENT_RECEIVABLE' then o.patient_id end as patient_id,
                case when o.account = 'PATIENT_RECEIVABLE' then coalesce(o.encounter_id, c.encounter_id)
                  else o.claim_id end as owed_for,
                case when o.account = 'INSURANCE_RECEIVABLE' then coalesce(y.name, 'Unknown payer') else 'Patients' end
                  as party,
                coalesce(c.served_from, (select v.served_on from encounter v where v.encounter_id = o.encounter_id),
                  o.first_on) as served
              from own o
              left join claim c on c.claim_id = o.claim_id
              left join payer y on y.payer_id = o.payer_id
            ), open as (
              select party, is_patient, min(served) as served, sum(balance) as balance
              from aged
              group by party, is_patient, patient_id, owed_for, case when not is_patient then served end
              having sum(balance) <> 0
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
            """
                .formatted(knownAt == null ? "" : KNOWN));
    sql = sql.param("day", day);
    if (knownAt != null) sql = sql.param("known", Timestamp.from(knownAt));
    return sql.query(Receivables::aged).list();
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
