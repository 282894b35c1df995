package org.cleanclaim.app.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// What goes by itself while the server runs, for every practice on it: a round that breaks off in
/// one practice stops no other, and is gone again at its next time.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableScheduling
public class PracticeRounds {
  private static final Logger LOG = LoggerFactory.getLogger(PracticeRounds.class);

  private final Organizations organizations;

  PracticeRounds(Organizations organizations) {
    this.organizations = organizations;
  }

  /// Goes a round in each practice.
  ///
  /// @param name of the round, which stands for the actor on the trail
  public void go(String name, Runnable round) {
    for (var practice : organizations.all()) {
      try {
        Acting.as(
            Actor.system(practice.id(), name),
            () -> {
              round.run();
              return 0;
            });
      } catch (RuntimeException e) {
        LOG.error("The {} of a practice broke off; the next one goes on", name, e);
      }
    }
  }
}
