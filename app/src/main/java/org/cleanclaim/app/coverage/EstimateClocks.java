package org.cleanclaim.app.coverage;

import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClockStart;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.LegalClocks;
import org.cleanclaim.app.encounter.AppointmentMoved;
import org.cleanclaim.app.encounter.Appointments;
import org.cleanclaim.app.encounter.Appointments.Appointment;
import org.cleanclaim.app.patient.Patients;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Whoever books a patient without a coverage on that day owes them a good-faith estimate (45 CFR
/// 149.610(b)(1)): the clock runs from the booking. A patient who has a coverage and will not use
/// it has to say so; that clock is started by hand.
@Component
class EstimateClocks {
  private final Coverages coverages;
  private final Appointments appointments;
  private final Patients patients;
  private final Deadlines deadlines;

  EstimateClocks(
      Coverages coverages, Appointments appointments, Patients patients, Deadlines deadlines) {
    this.coverages = coverages;
    this.appointments = appointments;
    this.patients = patients;
    this.deadlines = deadlines;
  }

  @EventListener
  void booked(AppointmentMoved.Booked booked) {
    var appointment = booked.appointment();
    if (isCovered(appointment)) return;
    var today = deadlines.today();
    var rule = LegalClocks.estimate(today, appointment.on());
    if (rule.isEmpty()) return;
    var patient = patients.get(appointment.patientId());
    deadlines.run(
        new ClockStart(
            ClockKind.ESTIMATE,
            subject(appointment),
            1,
            "Give account %s the good-faith estimate for %s"
                .formatted(patient.accountNumber(), appointment.on()),
            rule.get(),
            today,
            null,
            null,
            "/appointments?patient=" + patient.publicId(),
            "FRONT_DESK"));
  }

  @EventListener
  void cancelled(AppointmentMoved.Cancelled cancelled) {
    deadlines.ended(
        ClockKind.ESTIMATE, subject(cancelled.appointment()), "The appointment was cancelled");
  }

  @EventListener
  void covered(CoverageAdded added) {
    for (Appointment one : appointments.ofPatient(added.patient(), deadlines.today())) {
      if (isCovered(one)) {
        deadlines.ended(ClockKind.ESTIMATE, subject(one), "A coverage of that day was entered");
      }
    }
  }

  private boolean isCovered(Appointment appointment) {
    return coverages.ofPatient(appointment.patientId(), appointment.on()).stream()
        .anyMatch(c -> c.period().contains(appointment.on()));
  }

  /// What the clock of an appointment is named by.
  static String subject(Appointment appointment) {
    return "appointment " + appointment.publicId();
  }
}
