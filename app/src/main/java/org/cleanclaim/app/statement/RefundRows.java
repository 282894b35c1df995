package org.cleanclaim.app.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.cleanclaim.app.statement.Refund.Cancelled;
import org.cleanclaim.app.statement.Refund.OfPayment;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How refunds are read.
final class RefundRows {
  static final String SELECT =
      """
      select r.*, p.public_id as patient_public, p.last_name || ', ' || p.first_name as name, c.control_number,
        coalesce(c.payer_id, t.payer_id) as payer_id, coalesce(y.name, t.payer_name) as payer, x.public_id as entry,
        t.public_id as remittance, t.trace, x.place, d.deposited_on,
        case
          when r.status <> 'APPROVED' then false
          when r.claim_id is not null then (
            select coalesce(sum(e.amount), 0) > 0
            from entry e
            where e.claim_id = r.claim_id and e.account = 'INSURANCE_RECEIVABLE')
          when r.claim_payment_id is not null then (
            select sum(q.paid) < coalesce(sum(f.amount), 0)
            from claim_payment q
            join remittance s on s.remittance_id = q.remittance_id
            left join refund_request f on f.claim_payment_id = q.claim_payment_id and f.status in ('APPROVED', 'PAID')
            where q.match in ('UNMATCHED', 'NOT_OURS') and q.claim_control_number = m.claim_control_number
              and s.payer_key = t.payer_key and (q.match = 'NOT_OURS' or q.paid < 0))
          else false
        end as is_taken_back
      from refund_request r
      left join patient p on p.patient_id = r.patient_id
      left join claim c on c.claim_id = r.claim_id
      left join claim_payment m on m.claim_payment_id = r.claim_payment_id
      left join remittance t on t.remittance_id = m.remittance_id
      left join remittance_exception x on x.claim_payment_id = m.claim_payment_id and x.kind = 'UNMATCHED_CLAIM'
      left join bank_deposit d on d.bank_deposit_id = t.bank_deposit_id
      left join payer y on y.payer_id = coalesce(c.payer_id, t.payer_id)
      """;

  private RefundRows() {}

  /// What of a credit is asked for and not decided.
  ///
  /// @param claimId of a payer's credit; null for the patient's own
  static Money asked(JdbcClient jdbc, long patientId, @Nullable Long claimId) {
    return jdbc.sql(
            """
            select coalesce(sum(amount), 0) as asked
            from refund_request
            where patient_id = :patient and claim_id is not distinct from :claim::bigint and status = 'REQUESTED'
            """)
        .param("patient", patientId)
        .param("claim", claimId)
        .query((row, n) -> Rows.money(row, "asked"))
        .single();
  }

  static Refund refund(ResultSet row, int n) throws SQLException {
    return new Refund(
        row.getObject("public_id", UUID.class),
        row.getObject("patient_id", Long.class),
        row.getObject("patient_public", UUID.class),
        row.getString("name"),
        row.getObject("claim_id", Long.class),
        row.getString("control_number"),
        ofPayment(row),
        row.getObject("payer_id", Long.class),
        row.getString("payer"),
        Rows.money(row, "amount"),
        row.getString("cause"),
        row.getString("despite"),
        Refund.Status.valueOf(row.getString("status")),
        row.getBoolean("is_taken_back"),
        cancelled(row),
        row.getString("requested_by"),
        row.getObject("requested_on", LocalDate.class),
        row.getString("decided_by"),
        Rows.day(row, "paid_on"),
        row.getString("pay_method"),
        row.getString("pay_reference"));
  }

  private static @Nullable Cancelled cancelled(ResultSet row) throws SQLException {
    var on = Rows.day(row, "cancelled_on");
    return on == null
        ? null
        : new Cancelled(on, row.getString("cancelled_by"), row.getString("cancelled_why"));
  }

  private static @Nullable OfPayment ofPayment(ResultSet row) throws SQLException {
    var entry = row.getObject("entry", UUID.class);
    return entry == null
        ? null
        : new OfPayment(
            entry,
            row.getObject("remittance", UUID.class),
            row.getString("trace"),
            row.getString("place"),
            Rows.day(row, "deposited_on"));
  }
}
