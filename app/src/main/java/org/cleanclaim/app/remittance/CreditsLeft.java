package org.cleanclaim.app.remittance;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import org.cleanclaim.app.access.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Claims that were settled by more than was billed, as they stand in the [ExceptionQueue].
@Component
@Transactional
public class CreditsLeft {
  private final JdbcClient jdbc;
  private final Clock clock;

  CreditsLeft(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Claims of a remittance of which more was settled than was billed; one that waits already does
  /// not wait twice.
  ///
  /// @param claimId the only claim to look at; null for all
  void open(long remittanceId, @Nullable Long claimId) {
    jdbc.sql(
            """
            insert into remittance_exception (remittance_id, claim_payment_id, kind, place, sentence, remedy, amount,
              opened_at)
            select :remittance, b.payment, 'CREDIT_LEFT', 'CLP ' || b.position || ', ' || b.number,
              'With this payment claim ' || b.control_number || ' is settled by ' || -b.balance || ' more than was billed.',
              'Look for a payment made twice or an adjustment that overlaps, and refund the payer or wait for its takeback.',
              b.balance, :now
            from (
              select c.control_number, min(p.claim_payment_id) as payment, min(p.position) as position,
                min(p.claim_control_number) as number,
                (select sum(e.amount) from entry e where e.claim_id = c.claim_id and e.account = 'INSURANCE_RECEIVABLE')
                  as balance
              from claim_payment p
              join claim c using (claim_id)
              where p.remittance_id = :remittance and (:claim::bigint is null or p.claim_id = :claim)
                and not exists (select from remittance_exception w
                  join claim_payment o on o.claim_payment_id = w.claim_payment_id
                  where o.claim_id = p.claim_id and w.kind = 'CREDIT_LEFT' and w.closed_at is null)
              group by c.claim_id, c.control_number
            ) b
            where b.balance < 0
            order by b.position
            """)
        .param("claim", claimId)
        .param("remittance", remittanceId)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /// The credits of claims that are no more: the payer took the money back, it was returned, or the
  /// claim that another stands in the place of is owed no more.
  public void close(Collection<Long> claimIds) {
    jdbc.sql(
            """
            update remittance_exception x
            set closed_at = :now, closed_by = :actor, outcome = 'The claim has no credit any more'
            from claim_payment p
            where x.kind = 'CREDIT_LEFT' and x.closed_at is null and p.claim_payment_id = x.claim_payment_id
              and p.claim_id = any (:claims)
              and (select coalesce(sum(e.amount), 0) from entry e
                where e.claim_id = p.claim_id and e.account = 'INSURANCE_RECEIVABLE') >= 0
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("actor", Acting.actor().name())
        .param("claims", claimIds.toArray(Long[]::new))
        .update();
  }
}
