package org.cleanclaim.app.denial;

import java.util.List;
import org.cleanclaim.app.access.EventWork;
import org.cleanclaim.app.claim.ClaimDecisions;
import org.cleanclaim.app.remittance.PaymentUnmatched;
import org.cleanclaim.app.remittance.RemittancePosted;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Opens a case for each line that a posted remittance refuses, settles those whose corrected claim
/// it decides, and looks at what is open of its claims though nothing is refused. When a match by
/// hand is undone, all of that is taken back, and what other remittances have decided meanwhile
/// counts.
@Component
class OpenCasesOnRemittance {
  private final Denials denials;
  private final ClaimDecisions decisions;
  private final CaseOutcomes outcomes;
  private final CaseReturns returns;
  private final OpenBalances balances;
  private final SentOnClaims sentOn;
  private final EventWork work;

  OpenCasesOnRemittance(
      Denials denials,
      ClaimDecisions decisions,
      CaseOutcomes outcomes,
      CaseReturns returns,
      OpenBalances balances,
      SentOnClaims sentOn,
      EventWork work) {
    this.denials = denials;
    this.decisions = decisions;
    this.outcomes = outcomes;
    this.returns = returns;
    this.balances = balances;
    this.sentOn = sentOn;
    this.work = work;
  }

  @TransactionalEventListener
  void on(PaymentUnmatched event) {
    work.run(
        event.organizationId(),
        "denial desk",
        () -> {
          long claim = event.claimId();
          returns.withdraw(event.claimPaymentId(), claim);
          long remittance = outcomes.remittance(event.claimPaymentId());
          returns
              .unsettle(remittance, claim)
              .ifPresent(since -> decideAgain(returns.later(claim, remittance, since), claim));
          balances.look(List.of(event.claimId()));
          sentOn.look(List.of(event.claimId()));
        });
  }

  @TransactionalEventListener
  void on(RemittancePosted event) {
    work.run(
        event.organizationId(),
        "denial desk",
        () -> {
          var decided = outcomes.decided(event.remittanceId());
          decisions.followUp(decided);
          returns.again(event.remittanceId());
          var continued = denials.openCases(event.remittanceId());
          outcomes.settle(event.remittanceId());
          outcomes.decidedAnew(event.remittanceId(), decided, continued);
          balances.look(decided);
          sentOn.look(decided);
        });
  }

  private void decideAgain(List<Long> remittances, long claim) {
    for (long remittance : remittances) {
      outcomes.settle(remittance);
      outcomes.decidedAnew(remittance, List.of(claim), denials.continued(remittance));
    }
  }
}
