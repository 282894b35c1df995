package org.cleanclaim.app.authorization;

import org.cleanclaim.app.access.PracticeRounds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks every hour, while the server runs, which authorizations are over.
@Component
@ConditionalOnWebApplication
class AuthorizationTimer {
  private final PracticeRounds rounds;
  private final AuthorizationClocks clocks;

  AuthorizationTimer(PracticeRounds rounds, AuthorizationClocks clocks) {
    this.rounds = rounds;
    this.clocks = clocks;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
  void endPassed() {
    rounds.go("end of authorizations", clocks::endPassed);
  }
}
