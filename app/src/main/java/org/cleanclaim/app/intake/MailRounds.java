package org.cleanclaim.app.intake;

import org.cleanclaim.app.access.PracticeRounds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// A round each minute while the server runs.
@Component
@ConditionalOnWebApplication
class MailRounds {
  private final PracticeRounds rounds;
  private final MailRound round;

  MailRounds(PracticeRounds rounds, MailRound round) {
    this.rounds = rounds;
    this.round = round;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
  void goForAll() {
    rounds.go("mail round", round::go);
  }
}
