package org.cleanclaim.app.remittance;

import java.util.Optional;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.ReplacementGate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Claims that a payer returned as unprocessable (remark MA130). It has made no decision on them
/// that could be appealed or replaced: the right claim is sent as a new one (Medicare Claims
/// Processing Manual, Pub. 100-04, chapter 1 section 80.3).
@Component
@Transactional(readOnly = true)
class UnprocessableClaims implements ReplacementGate {
  private final JdbcClient jdbc;

  UnprocessableClaims(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<String> refuses(ClaimId claim) {
    return isUnprocessable(claim)
        ? Optional.of(
            "The payer has processed nothing of it (MA130), so that there is nothing to replace:"
                + " make a new claim.")
        : Optional.empty();
  }

  /// Whether the latest answer that stands says so, and none has paid anything.
  private boolean isUnprocessable(ClaimId claim) {
    return jdbc.sql(
            """
            with standing as (
              select p.claim_payment_id, p.paid, p.remarks
              from claim_payment p
              where p.claim_id = :claim and p.status_code not in ('22', '25')
                and not exists (
                  select from claim_payment q where q.reverses_claim_payment_id = p.claim_payment_id))
            select not exists (select from standing where paid <> 0) and exists (
              select
              from (select claim_payment_id, remarks from standing order by claim_payment_id desc limit 1) last
              where 'MA130' = any (last.remarks) or exists (
                select
                from line_adjudication l
                where l.claim_payment_id = last.claim_payment_id and 'MA130' = any (l.remarks)))
            """)
        .param("claim", claim.value())
        .query(Boolean.class)
        .single();
  }
}
