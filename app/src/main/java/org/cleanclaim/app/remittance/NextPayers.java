package org.cleanclaim.app.remittance;

import java.util.HashSet;
import java.util.Set;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.EarlierDecision;
import org.cleanclaim.app.claim.FollowingClaims;
import org.cleanclaim.app.remittance.MatchedPayments.MatchedPayment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Has claims made to the next payers of the claims that a remittance decides.
@Component
@Transactional
public class NextPayers {
  private final JdbcClient jdbc;
  private final MatchedPayments payments;
  private final RemittanceReadings readings;
  private final FollowingClaims following;

  NextPayers(
      JdbcClient jdbc,
      MatchedPayments payments,
      RemittanceReadings readings,
      FollowingClaims following) {
    this.jdbc = jdbc;
    this.payments = payments;
    this.readings = readings;
    this.following = following;
  }

  /// Looks at each claim of a remittance whose patient has a further policy. May be asked again.
  public void bill(long remittanceId) {
    var waiting = waiting(remittanceId);
    if (waiting.isEmpty()) return;
    var paidOn = readings.paidOn(remittanceId);
    payments.each(
        remittanceId,
        matched -> {
          if (waiting.contains(matched.claimId())) following.after(decision(matched, paidOn));
        });
  }

  private static EarlierDecision decision(MatchedPayment matched, java.time.LocalDate paidOn) {
    return new EarlierDecision(
        new ClaimId(matched.claimId()),
        matched.payment(),
        matched.lines(),
        paidOn,
        Crossover.of(matched.payment()) != null);
  }

  private Set<Long> waiting(long remittanceId) {
    return new HashSet<>(
        jdbc.sql(
                """
                select p.claim_id
                from claim_payment p
                join claim c using (claim_id)
                join coverage v using (coverage_id)
                where p.remittance_id = :id
                  and exists (select from coverage n where n.patient_id = c.patient_id and n.sequence > v.sequence
                    and n.effective @> c.served_from)
                """)
            .param("id", remittanceId)
            .query(Long.class)
            .list());
  }
}
