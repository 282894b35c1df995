package org.cleanclaim.app.statement;

import org.cleanclaim.app.access.PracticeRounds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks at the credits of patients while the server runs: time passes, and claims are decided or
/// voided, without any cash that moves.
@Component
@ConditionalOnWebApplication
class PatientCreditTimer {
  private final PracticeRounds rounds;
  private final PatientCreditClocks clocks;

  PatientCreditTimer(PracticeRounds rounds, PatientCreditClocks clocks) {
    this.rounds = rounds;
    this.clocks = clocks;
  }

  @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT1H")
  void goForAll() {
    rounds.go("credits of patients", clocks::lookAtAll);
  }
}
