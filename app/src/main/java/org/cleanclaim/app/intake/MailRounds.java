package org.cleanclaim.app.intake;

import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/// A round each minute while the server runs, for every practice on it.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableScheduling
class MailRounds {
  private static final Logger LOG = LoggerFactory.getLogger(MailRounds.class);

  private final Organizations organizations;
  private final MailRound round;

  MailRounds(Organizations organizations, MailRound round) {
    this.organizations = organizations;
    this.round = round;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
  void goForAll() {
    for (var practice : organizations.all()) {
      try {
        Acting.as(Actor.system(practice.id(), "mail round"), round::go);
      } catch (RuntimeException e) {
        LOG.error("A mail round broke off; the next one goes on", e);
      }
    }
  }
}
