package org.cleanclaim.app.claim;

import org.cleanclaim.app.access.EventWork;
import org.cleanclaim.app.laboratory.CliaCertificatesChanged;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.patient.RegistrationChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Tells claims that what they were made from has changed: the registration of their patient, or
/// the certificate of the practice's laboratory.
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

  @TransactionalEventListener
  void on(CliaCertificatesChanged event) {
    work.run(event.organizationId(), "claims", () -> registration.follow(event.period()));
  }
}
