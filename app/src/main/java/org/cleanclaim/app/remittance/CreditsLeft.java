package org.cleanclaim.app.remittance;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
  private final DecidedCorrections corrections;
  private final Clock clock;

  CreditsLeft(JdbcClient jdbc, DecidedCorrections corrections, Clock clock) {
    this.jdbc = jdbc;
    this.corrections = corrections;
    this.clock = clock;
  }

  /// Claims of a remittance of which more was settled than was billed, and those that they stand in
  /// the place of and whose payment was not taken back; one that waits already does not wait twice.
  ///
  /// @param claimId the only claim to look at; null for all
  void open(long remittanceId, @Nullable Long claimId) {
    var ended =
        List.copyOf(corrections.ended(corrections.chains(remittanceId)).overtaken().entrySet());
    jdbc.sql(
            """
            with recursive came as (
              select p.claim_id as of_claim, p.claim_id, p.claim_payment_id, p.position, p.claim_control_number as number
              from claim_payment p
              where p.remittance_id = :remittance and (:claim::bigint is null or p.claim_id = :claim)
              union
              select k.of_claim, c.replaces_claim_id, k.claim_payment_id, k.position, k.number
              from came k
              join claim c using (claim_id)
              where c.replaces_claim_id is not null and c.correction <> 'VOID'
            )
            insert into remittance_exception (remittance_id, claim_payment_id, kind, place, sentence, remedy, amount,
              opened_at)
            select :remittance, b.payment, 'CREDIT_LEFT', 'CLP ' || b.position || ', ' || b.number,
              case when b.later is null
                then 'With this payment claim ' || b.control_number || ' is settled by ' || -b.balance || ' more than was billed.'
                else 'Claim ' || b.control_number || ' holds no more by the payer''s decision on claim ' || b.later
                  || ', and the ' || -b.balance || ' that the payer had paid on it were not taken back (CLP02 22).' end,
              case when b.later is null
                then 'Look for a payment made twice or an adjustment that overlaps, and refund the payer or wait for its takeback.'
                else 'Wait for the takeback, or refund the payer before the clock of the overpayment has run out.' end,
              b.balance, :now
            from (
              select c.control_number, min(k.position) as position, min(k.number) as number, n.control_number as later,
                coalesce(min(k.claim_payment_id) filter (where k.of_claim = k.claim_id), (
                  select max(o.claim_payment_id) from claim_payment o
                  where o.claim_id = c.claim_id and o.status_code not in ('22', '25'))) as payment,
                (select sum(e.amount) from entry e where e.claim_id = c.claim_id and e.account = 'INSURANCE_RECEIVABLE')
                  as balance
              from came k
              join claim c using (claim_id)
              left join unnest(:ended::bigint[], :by::bigint[]) as t (claim_id, later_id) on t.claim_id = c.claim_id
              left join claim n on n.claim_id = t.later_id
              where not exists (select from remittance_exception w
                  join claim_payment o on o.claim_payment_id = w.claim_payment_id
                  where o.claim_id = k.claim_id and w.kind = 'CREDIT_LEFT' and w.closed_at is null)
              group by c.claim_id, c.control_number, n.control_number
            ) b
            where b.balance < 0
            order by b.position
            """)
        .param("ended", ended.stream().map(Map.Entry::getKey).toArray(Long[]::new))
        .param("by", ended.stream().map(Map.Entry::getValue).toArray(Long[]::new))
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
