package org.cleanclaim.app.codingquery;

import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/// Looks for unanswered queries four times an hour while the server runs, for every practice on it.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableScheduling
class QueryRounds {
  private static final Logger LOG = LoggerFactory.getLogger(QueryRounds.class);

  private final Organizations organizations;
  private final QueryEscalation escalation;

  QueryRounds(Organizations organizations, QueryEscalation escalation) {
    this.organizations = organizations;
    this.escalation = escalation;
  }

  @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT15M")
  void goForAll() {
    for (var practice : organizations.all()) {
      try {
        Acting.as(Actor.system(practice.id(), "query round"), escalation::escalateDue);
      } catch (RuntimeException e) {
        LOG.error("A round over queries broke off; the next one goes on", e);
      }
    }
  }
}
