package org.cleanclaim.app.remittance;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Brings together what belongs together: a payment, the reversal that takes it back (CLP02 22) and
/// the payment that stands in its place. The order in which the files come does not matter. What is
/// taken back under the number of a void was paid under that of the claim that it voids.
@Component
@Transactional
class ReversalPairs {
  private final JdbcClient jdbc;

  ReversalPairs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Pairs the reversals of a remittance, and earlier ones whose payment it brings.
  void pair(long remittanceId) {
    // Numbered on both sides, so that two reversals of the same amount take two payments.
    jdbc.sql(
            """
            with reversal as (
              select r.claim_payment_id, r.remittance_id, coalesce(v.replaces_claim_id, r.claim_id) as claim_id, r.charged,
                r.paid,
                row_number() over (partition by coalesce(v.replaces_claim_id, r.claim_id), r.charged, r.paid
                  order by r.remittance_id, r.position) as n
              from claim_payment r
              left join claim v on v.claim_id = r.claim_id and v.correction = 'VOID'
              where r.status_code = '22' and r.reverses_claim_payment_id is null and r.claim_id is not null
            ), moved as (
              select claim_id from reversal where remittance_id = :remittance
              union
              select claim_id
              from claim_payment
              where remittance_id = :remittance and claim_id in (select claim_id from reversal)
            ), payment as (
              select p.claim_payment_id, p.claim_id, p.charged, p.paid,
                row_number() over (partition by p.claim_id, p.charged, p.paid order by p.remittance_id, p.position) as n
              from claim_payment p
              join moved using (claim_id)
              where p.status_code <> '22'
                and not exists (
                  select from claim_payment q where q.reverses_claim_payment_id = p.claim_payment_id)
            )
            update claim_payment r
            set reverses_claim_payment_id = p.claim_payment_id
            from reversal v
            join payment p on p.claim_id = v.claim_id and p.charged = -v.charged and p.paid = -v.paid and p.n = v.n
            where r.claim_payment_id = v.claim_payment_id
            """)
        .param("remittance", remittanceId)
        .update();
    jdbc.sql(
            """
            with reversed as (
              select r.claim_id, r.reverses_claim_payment_id as payment, r.remittance_id, r.position
              from claim_payment r
              where r.reverses_claim_payment_id is not null
                and r.claim_id in (select claim_id from claim_payment where remittance_id = :remittance)
                and not exists (
                  select from claim_payment q where q.corrects_claim_payment_id = r.reverses_claim_payment_id)
            )
            update claim_payment c
            set corrects_claim_payment_id = (
              select v.payment
              from reversed v
              where v.claim_id = c.claim_id and v.payment <> c.claim_payment_id
                and (v.remittance_id < c.remittance_id
                  or v.remittance_id = c.remittance_id and v.position < c.position)
              order by v.remittance_id desc, v.position desc
              limit 1)
            where c.remittance_id = :remittance and c.status_code <> '22' and c.corrects_claim_payment_id is null
              and c.claim_id in (select claim_id from reversed)
            """)
        .param("remittance", remittanceId)
        .update();
  }
}
