package org.cleanclaim.app.denial;

import java.util.List;
import org.cleanclaim.app.access.EventWork;
import org.cleanclaim.app.claim.ClaimDecisions;
import org.cleanclaim.app.remittance.PaymentUnmatched;
import org.cleanclaim.app.remittance.RemittancePosted;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Opens a case for each line that a posted remittance refuses, settles those whose corrected claim
/// it decides, and looks at what is open of its claims though nothing is refused.
@Component
class OpenCasesOnRemittance {
  private final Denials denials;
  private final ClaimDecisions decisions;
  private final CaseOutcomes outcomes;
  private final OpenBalances balances;
  private final SentOnClaims sentOn;
  private final EventWork work;

  OpenCasesOnRemittance(
      Denials denials,
      ClaimDecisions decisions,
      CaseOutcomes outcomes,
      OpenBalances balances,
      SentOnClaims sentOn,
      EventWork work) {
    this.denials = denials;
    this.decisions = decisions;
    this.outcomes = outcomes;
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
          denials.unmatched(event.claimPaymentId(), event.claimId());
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
          var continued = denials.openCases(event.remittanceId());
          outcomes.settle(event.remittanceId());
          outcomes.decidedAnew(event.remittanceId(), decided, continued);
          balances.look(decided);
          sentOn.look(decided);
        });
  }
}
