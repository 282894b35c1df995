package org.cleanclaim.app.remittance;

import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organization;
import org.cleanclaim.app.access.Organizations;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Goes on, when the program starts, with postings that were broken off.
@Component
class ResumeOnStart {
  private final Organizations organizations;
  private final Remittances remittances;

  ResumeOnStart(Organizations organizations, Remittances remittances) {
    this.organizations = organizations;
    this.remittances = remittances;
  }

  @EventListener
  void on(ApplicationReadyEvent event) {
    for (Organization practice : organizations.all()) {
      Acting.as(Actor.system(practice.id(), "resumption"), remittances::resume);
    }
  }
}
