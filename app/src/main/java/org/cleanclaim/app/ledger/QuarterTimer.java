package org.cleanclaim.app.ledger;

import org.cleanclaim.app.access.PracticeRounds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Keeps the quarters of each practice when they are over.
@Component
@ConditionalOnWebApplication
class QuarterTimer {
  private final PracticeRounds rounds;
  private final ReceivableQuarters quarters;

  QuarterTimer(PracticeRounds rounds, ReceivableQuarters quarters) {
    this.rounds = rounds;
    this.quarters = quarters;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
  void goForAll() {
    rounds.go("quarter end", this::keepAll);
  }

  private void keepAll() {
    while (quarters.keepNext()) {
      // each quarter in a transaction of its own, so that whoever posts waits for one
    }
  }
}
