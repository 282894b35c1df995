package org.cleanclaim.app.coverage;

import java.time.LocalDate;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.deadline.Clock;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.DeadlineRefusal;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.RepeatedClocks;
import org.cleanclaim.app.encounter.Appointments;
import org.cleanclaim.app.patient.PatientId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Good-faith estimates that patients have got for their appointments: each meets the clock that
/// the booking started (45 CFR 149.610(b)(1)(vi)).
@Component
@Transactional
public class EstimatesGiven {
  private final Appointments appointments;
  private final Deadlines deadlines;
  private final RepeatedClocks clocks;
  private final AuditTrail audit;

  EstimatesGiven(
      Appointments appointments, Deadlines deadlines, RepeatedClocks clocks, AuditTrail audit) {
    this.appointments = appointments;
    this.deadlines = deadlines;
    this.clocks = clocks;
    this.audit = audit;
  }

  /// The patient has the estimate for an appointment.
  ///
  /// @param how on paper or electronically, as the patient asked (45 CFR 149.610(e)), and which one
  /// @throws DeadlineRefusal when none is owed for it, or the day or the words do not do
  public void given(PatientId patient, UUID appointment, LocalDate on, String how) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var booked =
        appointments.ofPatient(patient, LocalDate.EPOCH).stream()
            .filter(one -> one.publicId().equals(appointment))
            .findFirst()
            .orElseThrow();
    var clock =
        clocks
            .last(ClockKind.ESTIMATE, EstimateClocks.subject(booked))
            .filter(Clock::isOpen)
            .orElseThrow(
                () -> new DeadlineRefusal("No good-faith estimate is owed for this appointment."));
    deadlines.stopByHand(clock.publicId(), Clock.State.MET, on, how);
    audit.record("gave the estimate", "appointment", appointment, patient.value(), on.toString());
  }
}
