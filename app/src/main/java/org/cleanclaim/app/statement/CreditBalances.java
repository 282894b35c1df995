package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the practice owes back, to patients and payers, each with its cause.
@Component
@Transactional(readOnly = true)
public class CreditBalances {
  /// @param claim our number; null for a patient's credit
  /// @param payer null for a patient's credit
  /// @param refundable how much of it may be refunded: no more than was paid in
  /// @param asked in refunds that are not paid yet
  public record Credit(
      UUID patient,
      String name,
      @Nullable String claim,
      @Nullable String payer,
      Money amount,
      Money refundable,
      Money asked,
      LocalDate since,
      String cause) {}

  private final JdbcClient jdbc;

  CreditBalances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// All credits, those of payers first, the oldest first.
  public List<Credit> list() {
    var credits = new ArrayList<>(ofPayers());
    credits.addAll(ofPatients());
    return credits;
  }

  private List<Credit> ofPayers() {
    return jdbc.sql(
            """
            with credit as (
              select e.claim_id, -sum(e.amount) as amount, max(p.effective_on) as since
              from entry e
              join posting p using (posting_id)
              where e.account = 'INSURANCE_RECEIVABLE' and e.claim_id is not null
              group by e.claim_id
              having sum(e.amount) < 0)
            select t.public_id as patient_public, t.last_name || ', ' || t.first_name as name, c.control_number,
              y.name as payer, k.amount, k.since,
              coalesce((select sum(r.amount) from refund_request r
                where r.claim_id = k.claim_id and r.status = 'REQUESTED'), 0) as asked,
              (select count(*) from claim_payment m where m.claim_id = k.claim_id and m.paid > 0) as payments,
              exists (select from claim o join claim_payment m on m.claim_id = o.claim_id
                where o.encounter_id = c.encounter_id and o.payer_id <> c.payer_id and m.paid > 0) as is_other_paid
            from credit k
            join claim c on c.claim_id = k.claim_id
            join patient t on t.patient_id = c.patient_id
            join payer y on y.payer_id = c.payer_id
            order by k.since, k.claim_id
            """)
        .query((row, n) -> {
          Money amount = Rows.money(row, "amount");
          String cause =
              row.getBoolean("is_other_paid")
                  ? "Two payers paid for the same visit"
                  : row.getInt("payments") > 1
                      ? "The payer paid more than once"
                      : "The payer paid more than it was billed";
          return new Credit(
              row.getObject("patient_public", UUID.class),
              row.getString("name"),
              row.getString("control_number"),
              row.getString("payer"),
              amount,
              amount,
              Rows.money(row, "asked"),
              row.getObject("since", LocalDate.class),
              cause);
        })
        .list();
  }

  private List<Credit> ofPatients() {
    return jdbc.sql(
            """
            with credit as (
              select e.patient_id, -sum(e.amount) as amount, max(p.effective_on) as since,
                coalesce(-sum(e.amount) filter (where e.account = 'UNAPPLIED_CASH'), 0) as cash,
                bool_or(p.kind = 'REVERSAL') as is_reversed, bool_or(p.kind in ('WRITE_OFF', 'ASSISTANCE', 'SMALL_BALANCE'))
                  as is_given_up
              from entry e
              join posting p using (posting_id)
              where e.account in ('PATIENT_RECEIVABLE', 'UNAPPLIED_CASH') and e.patient_id is not null
              group by e.patient_id
              having sum(e.amount) < 0)
            select t.public_id as patient_public, t.last_name || ', ' || t.first_name as name, k.*,
              coalesce((select sum(r.amount) from refund_request r
                where r.patient_id = k.patient_id and r.claim_id is null and r.status = 'REQUESTED'), 0) as asked,
              exists (select from claim c where c.patient_id = k.patient_id
                and c.status not in ('ADJUDICATED', 'VOIDED', 'REPLACED')) as is_ahead
            from credit k
            join patient t using (patient_id)
            order by k.since, k.patient_id
            """)
        .query((row, n) -> {
          Money amount = Rows.money(row, "amount");
          Money cash = Rows.money(row, "cash").max(Money.ZERO);
          return new Credit(
              row.getObject("patient_public", UUID.class),
              row.getString("name"),
              null,
              null,
              amount,
              amount.min(cash),
              Rows.money(row, "asked"),
              row.getObject("since", LocalDate.class),
              cause(
                  cash.isPositive(),
                  row.getBoolean("is_reversed"),
                  row.getBoolean("is_given_up"),
                  row.getBoolean("is_ahead")));
        })
        .list();
  }

  private static String cause(
      boolean hasCash, boolean isReversed, boolean isGivenUp, boolean isAhead) {
    if (!hasCash) return "More was given up than was owed: correct the write-off";
    if (isReversed) return "The payer's later decision left less to the patient";
    if (isAhead) return "Paid before insurance has decided";
    return isGivenUp ? "Paid, and given up as well" : "Paid more than was owed";
  }
}
