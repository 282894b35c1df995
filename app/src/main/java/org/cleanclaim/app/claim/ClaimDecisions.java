package org.cleanclaim.app.claim;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What follows for claims, their corrections and their clocks once payers have decided on them,
/// however the decisions were written. Doing it again changes nothing.
@Component
@Transactional
public class ClaimDecisions {
  private static final String WHY = "The payer's decision (835)";

  private final JdbcClient jdbc;
  private final Claims claims;
  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final CorrectionRecords chain;
  private final CorrectionTakeover takeover;
  private final ClaimClocks clocks;

  ClaimDecisions(
      JdbcClient jdbc,
      Claims claims,
      ClaimRecords records,
      ClaimUpdates updates,
      CorrectionRecords chain,
      CorrectionTakeover takeover,
      ClaimClocks clocks) {
    this.jdbc = jdbc;
    this.claims = claims;
    this.records = records;
    this.updates = updates;
    this.chain = chain;
    this.takeover = takeover;
    this.clocks = clocks;
  }

  /// Decided claims, many at once.
  @Transactional(readOnly = true)
  public List<BilledClaim> claims(Collection<Long> ids) {
    return records.all(ids);
  }

  /// Looks at those that have a correction, are one, or have a clock that the decision meets.
  public void followUp(Collection<Long> decided) {
    jdbc.sql(
            """
            select c.claim_id
            from claim c
            where c.claim_id = any (:ids)
              and (c.correction is not null
                or exists (select from claim n where n.replaces_claim_id = c.claim_id and n.status <> 'VOIDED')
                or exists (select from deadline_clock k
                  where k.claim_id = c.claim_id and k.state = 'RUNNING'
                    and k.kind in ('TIMELY_FILING', 'COMP_ACKNOWLEDGMENT', 'COMP_PAYMENT', 'FORWARDED_CLAIM', 'HELD_CLAIM', 'FOLLOW_UP')))
            order by c.claim_id
            """)
        .param("ids", decided.toArray(Long[]::new))
        .query(Long.class)
        .list()
        .forEach(id -> follow(claims.get(new ClaimId(id))));
  }

  private void follow(BilledClaim claim) {
    var correction = chain.correctionOf(claim.id());
    if (claim.status() == ClaimStatus.ADJUDICATED) {
      if (correction.isPresent() && chain.hasTakenOver(correction.get().id())) {
        boolean isVoid = correction.get().correction() == Correction.VOID;
        updates.move(
            claim.id(),
            isVoid ? ClaimStatus.VOIDED : ClaimStatus.REPLACED,
            "Answer after its correction",
            "Claim %s stands in its place".formatted(correction.get().controlNumber()),
            null);
      } else {
        clocks.adjudicated(claim, WHY);
        takeover.taken(claim, null);
        takeover.answered(claim);
      }
    }
    String number = claim.payerClaimControlNumber();
    if (number != null) {
      takeover.numbered(claim.id(), number).ifPresent(later -> claims.scrub(later.id()));
    }
  }
}
