package org.cleanclaim.app.claim;

import org.cleanclaim.app.access.EventWork;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.patient.RegistrationChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Tells the claims of a patient that the registration has changed.
@Component
class ClaimsOnRegistration {
  private final ClaimRegistration registration;
  private final EventWork work;

  ClaimsOnRegistration(ClaimRegistration registration, EventWork work) {
    this.registration = registration;
    this.work = work;
  }

  @TransactionalEventListener
  void on(RegistrationChanged event) {
    work.run(
        event.organizationId(),
        "claims",
        () -> registration.follow(new PatientId(event.patientId())));
  }
}
