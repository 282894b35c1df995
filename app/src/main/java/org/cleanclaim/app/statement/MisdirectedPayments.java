package org.cleanclaim.app.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Payments that a payer sent here for somebody else. They lie in unapplied cash until they are
/// back with the payer; what the payer took back by itself, under the same number, is not returned
/// a second time.
@Component
@Transactional(readOnly = true)
class MisdirectedPayments {
  private static final String SELECT =
      """
      select p.claim_payment_id, x.public_id, r.trace, r.payer_id, coalesce(y.name, r.payer_name) as payer, y.filing_code,
        x.place, r.paid_on, x.outcome,
        least(p.paid - own.agreed, them.paid - them.agreed) as remaining,
        least(p.paid - own.agreed - own.asked, them.paid - them.agreed - them.asked) as free
      from claim_payment p
      join remittance r using (remittance_id)
      left join payer y on y.payer_id = r.payer_id
      join remittance_exception x on x.claim_payment_id = p.claim_payment_id and x.kind = 'UNMATCHED_CLAIM'
      cross join lateral (
        select coalesce(sum(f.amount) filter (where f.status in ('APPROVED', 'PAID')), 0) as agreed,
          coalesce(sum(f.amount) filter (where f.status = 'REQUESTED'), 0) as asked
        from refund_request f
        where f.claim_payment_id = p.claim_payment_id and f.status not in ('REFUSED', 'WITHDRAWN', 'CANCELLED')) own
      cross join lateral (
        select coalesce(sum(q.paid), 0) as paid,
          coalesce(sum(f.amount) filter (where f.status in ('APPROVED', 'PAID')), 0) as agreed,
          coalesce(sum(f.amount) filter (where f.status = 'REQUESTED'), 0) as asked
        from claim_payment q
        join remittance s on s.remittance_id = q.remittance_id
        left join refund_request f on f.claim_payment_id = q.claim_payment_id and f.status not in ('REFUSED', 'WITHDRAWN', 'CANCELLED')
        where q.match in ('UNMATCHED', 'NOT_OURS') and q.claim_control_number = p.claim_control_number
          and s.payer_key = r.payer_key and (q.match = 'NOT_OURS' or q.paid < 0)) them
      where p.match = 'NOT_OURS' and p.paid > 0
      """;

  /// A payment that is not back with its payer.
  ///
  /// @param id of its entry in the queue of remittances
  /// @param filing kind of payer; null when the payer is not in the directory
  /// @param place in the remittance, with the number of the claim as the payer sent it
  /// @param remaining what is still here and nobody has agreed to return
  /// @param free what of it is not asked for either
  /// @param why it is not ours, as somebody said
  record Misdirected(
      long claimPaymentId,
      UUID id,
      String trace,
      @Nullable Long payerId,
      String payer,
      @Nullable String filing,
      String place,
      LocalDate paidOn,
      Money remaining,
      Money free,
      String why) {}

  private final JdbcClient jdbc;

  MisdirectedPayments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Those that are still here, the oldest first.
  List<Misdirected> list() {
    return jdbc
        .sql(SELECT + "order by r.paid_on, p.claim_payment_id")
        .query(MisdirectedPayments::payment)
        .list()
        .stream()
        .filter(p -> p.remaining().isPositive())
        .toList();
  }

  /// One that was marked as not ours, by its entry in the queue.
  Optional<Misdirected> find(UUID id) {
    return jdbc.sql(SELECT + "and x.public_id = :id")
        .param("id", id)
        .query(MisdirectedPayments::payment)
        .optional();
  }

  /// Those that the payer took back by itself, now that a remittance has come.
  List<Misdirected> takenBack(long remittanceId) {
    return jdbc
        .sql(
            SELECT
                + """
                and own.agreed = 0 and exists (
                  select from claim_payment b
                  where b.remittance_id = :remittance and b.paid < 0
                    and b.claim_control_number = p.claim_control_number)
                """)
        .param("remittance", remittanceId)
        .query(MisdirectedPayments::payment)
        .list()
        .stream()
        .filter(p -> !p.remaining().isPositive())
        .toList();
  }

  /// Lets nobody else ask for, or agree to, what came under the same number until this transaction
  /// ends.
  @Transactional
  public void lock(UUID id) {
    jdbc.sql(
            """
            select q.claim_payment_id
            from remittance_exception x
            join claim_payment p on p.claim_payment_id = x.claim_payment_id
            join claim_payment q on q.claim_control_number = p.claim_control_number
            where x.public_id = :id and q.match in ('UNMATCHED', 'NOT_OURS')
            order by q.claim_payment_id
            for update of q
            """)
        .param("id", id)
        .query(Long.class)
        .list();
  }

  private static Misdirected payment(ResultSet row, int n) throws SQLException {
    return new Misdirected(
        row.getLong("claim_payment_id"),
        row.getObject("public_id", UUID.class),
        row.getString("trace"),
        row.getObject("payer_id", Long.class),
        row.getString("payer"),
        row.getString("filing_code"),
        row.getString("place"),
        row.getObject("paid_on", LocalDate.class),
        Rows.money(row, "remaining").max(Money.ZERO),
        Rows.money(row, "free").max(Money.ZERO),
        row.getString("outcome"));
  }
}
