package org.cleanclaim.app.timer;

import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/// Looks every five minutes, while the server runs, what is due for every practice on it.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableScheduling
class DailyTimer {
  private static final Logger LOG = LoggerFactory.getLogger(DailyTimer.class);

  private final Organizations organizations;
  private final DailyRounds rounds;

  DailyTimer(Organizations organizations, DailyRounds rounds) {
    this.organizations = organizations;
    this.rounds = rounds;
  }

  @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT5M")
  void goForAll() {
    for (var practice : organizations.all()) {
      try {
        Acting.as(
            Actor.system(practice.id(), "daily round"),
            () -> {
              rounds.goDue();
              return 0;
            });
      } catch (RuntimeException e) {
        LOG.error("The daily rounds of a practice broke off", e);
      }
    }
  }
}
