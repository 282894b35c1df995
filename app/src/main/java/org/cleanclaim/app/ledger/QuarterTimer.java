package org.cleanclaim.app.ledger;

import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Keeps the quarters of each practice when they are over.
@Component
@ConditionalOnWebApplication
class QuarterTimer {
  private final Organizations organizations;
  private final ReceivableQuarters quarters;

  QuarterTimer(Organizations organizations, ReceivableQuarters quarters) {
    this.organizations = organizations;
    this.quarters = quarters;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
  void keepOfAll() {
    for (var practice : organizations.all()) {
      while (Acting.as(Actor.system(practice.id(), "quarter end"), quarters::keepNext)) {
        // each quarter in a transaction of its own, so that whoever posts waits for one
      }
    }
  }
}
