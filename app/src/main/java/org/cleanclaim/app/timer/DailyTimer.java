package org.cleanclaim.app.timer;

import org.cleanclaim.app.access.PracticeRounds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks every five minutes, while the server runs, what is due.
@Component
@ConditionalOnWebApplication
class DailyTimer {
  private final PracticeRounds rounds;
  private final DailyRounds daily;

  DailyTimer(PracticeRounds rounds, DailyRounds daily) {
    this.rounds = rounds;
    this.daily = daily;
  }

  @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT5M")
  void goForAll() {
    rounds.go("daily round", daily::goDue);
  }
}
