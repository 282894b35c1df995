package org.cleanclaim.app.codingquery;

import org.cleanclaim.app.access.PracticeRounds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks for unanswered queries four times an hour while the server runs.
@Component
@ConditionalOnWebApplication
class QueryRounds {
  private final PracticeRounds rounds;
  private final QueryEscalation escalation;

  QueryRounds(PracticeRounds rounds, QueryEscalation escalation) {
    this.rounds = rounds;
    this.escalation = escalation;
  }

  @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT15M")
  void goForAll() {
    rounds.go("query round", escalation::escalateDue);
  }
}
