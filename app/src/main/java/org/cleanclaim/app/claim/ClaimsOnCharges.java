package org.cleanclaim.app.claim;

import org.cleanclaim.app.access.EventWork;
import org.cleanclaim.app.charge.ChargesChanged;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.StayChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Tells the claims of a visit that its charges, or what is said of its stay, have changed, and a
/// claim that no correction stands in its place any more.
@Component
class ClaimsOnCharges {
  private final ClaimCharges charges;
  private final EventWork work;

  ClaimsOnCharges(ClaimCharges charges, EventWork work) {
    this.charges = charges;
    this.work = work;
  }

  @TransactionalEventListener
  void on(ChargesChanged event) {
    work.run(
        event.organizationId(),
        "claims",
        () -> charges.follow(new EncounterId(event.encounterId())));
  }

  @EventListener
  void on(CorrectionWithdrawn event) {
    charges.compare(event.earlier());
  }

  @TransactionalEventListener
  void on(StayChanged event) {
    work.run(
        event.organizationId(),
        "claims",
        () -> charges.follow(new EncounterId(event.encounterId())));
  }
}
