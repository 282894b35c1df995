package org.cleanclaim.app.ledger;

import org.cleanclaim.app.access.PracticeRounds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Keeps the months of each practice when they are over.
@Component
@ConditionalOnWebApplication
class MonthEndTimer {
  private final PracticeRounds rounds;
  private final ReceivableMonths months;

  MonthEndTimer(PracticeRounds rounds, ReceivableMonths months) {
    this.rounds = rounds;
    this.months = months;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
  void goForAll() {
    rounds.go("month end", this::keepAll);
  }

  private void keepAll() {
    while (months.keepNext()) {
      // each month in a transaction of its own, so that whoever posts waits for one
    }
  }
}
