package org.cleanclaim.app.statement;

import org.cleanclaim.app.access.PracticeRounds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks at the payment plans while the server runs: an instalment is missed by a day that passes.
@Component
@ConditionalOnWebApplication
class PaymentPlanTimer {
  private final PracticeRounds rounds;
  private final PaymentPlans plans;
  private final BillingDay days;

  PaymentPlanTimer(PracticeRounds rounds, PaymentPlans plans, BillingDay days) {
    this.rounds = rounds;
    this.plans = plans;
    this.days = days;
  }

  @Scheduled(initialDelayString = "PT4M", fixedDelayString = "PT1H")
  void goForAll() {
    rounds.go("payment plans", () -> plans.review(days.today()));
  }
}
