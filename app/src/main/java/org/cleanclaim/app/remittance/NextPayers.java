package org.cleanclaim.app.remittance;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimCorrections;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.EarlierDecision;
import org.cleanclaim.app.claim.FollowerCorrected;
import org.cleanclaim.app.claim.FollowingClaims;
import org.cleanclaim.app.remittance.MatchedPayments.MatchedPayment;
import org.springframework.context.event.EventListener;
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
  private final ClaimCorrections corrections;
  private final Claims claims;

  NextPayers(
      JdbcClient jdbc,
      MatchedPayments payments,
      RemittanceReadings readings,
      FollowingClaims following,
      ClaimCorrections corrections,
      Claims claims) {
    this.jdbc = jdbc;
    this.payments = payments;
    this.readings = readings;
    this.following = following;
    this.corrections = corrections;
    this.claims = claims;
  }

  /// Looks at each claim of a remittance whose patient has a further policy. May be asked again.
  public void bill(long remittanceId) {
    var waiting = waiting(remittanceId);
    if (waiting.isEmpty()) return;
    var paidOn = readings.paidOn(remittanceId);
    var decided = new HashSet<Long>();
    payments.each(
        remittanceId,
        matched -> {
          if (!waiting.contains(matched.claimId())) return;
          // The decision in its place may stand before the reversal.
          if (matched.payment().isReversal()) {
            if (decided.contains(matched.claimId())) return;
          } else {
            decided.add(matched.claimId());
          }
          following.after(decision(matched, paidOn));
        });
  }

  /// The next payer has an older decision than ours, and its claim is corrected: the correction
  /// takes what stands now.
  @EventListener
  void tellAnew(FollowerCorrected corrected) {
    tellAnew(corrected.earlier());
  }

  /// What follows a claim takes the decisions on it that stand.
  void tellAnew(ClaimId earlier) {
    var chain = corrections.chain(earlier).stream().map(c -> c.id().value()).toList();
    for (MatchedPayments.Dated one : payments.standing(chain)) {
      following.after(decision(one.matched(), one.paidOn()));
    }
  }

  /// Asks the next payer for what a decided claim has left to the patient: its policy was
  /// registered later, or somebody had given it up.
  ///
  /// @return the claim to the next payer
  /// @throws IllegalStateException when there is no further policy that was not asked, or nothing
  ///   is left to ask for
  public BilledClaim ask(UUID claimId) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var claim = claims.find(claimId).orElseThrow();
    if (following.unasked(claim).isEmpty()) {
      throw new IllegalStateException(
          "No further policy of the patient is registered for the day of service, or its payer is"
              + " asked already. Register the policy first.");
    }
    tellAnew(claim.id());
    var asked =
        following
            .next(claim.id())
            .orElseThrow(() ->
                new IllegalStateException(
                    "The payer has left nothing to the patient, so that nothing can be asked."));
    following.fromPatient(asked);
    return asked;
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
                  and exists (select from same_person(c.patient_id) own (record)
                    join coverage n on n.patient_id = own.record
                    where n.sequence > v.sequence and n.effective @> c.served_from)
                """)
            .param("id", remittanceId)
            .query(Long.class)
            .list());
  }
}
