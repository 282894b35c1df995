package org.cleanclaim.app.coverage;

import org.cleanclaim.app.deadline.Clock;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClockStart;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.LegalClocks;
import org.cleanclaim.app.deadline.RepeatedClocks;
import org.cleanclaim.app.encounter.AppointmentMoved;
import org.cleanclaim.app.encounter.Appointments;
import org.cleanclaim.app.encounter.Appointments.Appointment;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.patient.RegistrationChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Whoever books a patient without a coverage on that day owes them a good-faith estimate (45 CFR
/// 149.610(b)(1)): the clock runs from the booking. For whom a coverage ends meanwhile or turns out
/// to be none, it runs from the day on which that is known, with the days that a booking of that
/// day would have: from then on they are self-pay individuals of the rule (149.610(a)(2)). A
/// coverage of the day ends it. A patient who has a coverage and will not use it has to say so;
/// that clock is started by hand.
@Component
class EstimateClocks {
  private final Coverages coverages;
  private final Appointments appointments;
  private final Patients patients;
  private final Deadlines deadlines;
  private final RepeatedClocks clocks;

  EstimateClocks(
      Coverages coverages,
      Appointments appointments,
      Patients patients,
      Deadlines deadlines,
      RepeatedClocks clocks) {
    this.coverages = coverages;
    this.appointments = appointments;
    this.patients = patients;
    this.deadlines = deadlines;
    this.clocks = clocks;
  }

  @EventListener
  void booked(AppointmentMoved.Booked booked) {
    var appointment = booked.appointment();
    if (!isCovered(appointment)) run(appointment);
  }

  private void run(Appointment appointment) {
    var today = deadlines.today();
    var rule = LegalClocks.estimate(today, appointment.on());
    if (rule.isEmpty()) return;
    var patient = patients.get(appointment.patientId());
    clocks.run(
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
    look(added.patient());
  }

  @EventListener
  void changed(RegistrationChanged changed) {
    look(new PatientId(changed.patientId()));
  }

  private void look(PatientId patient) {
    for (Appointment one : appointments.ofPatient(patient, deadlines.today())) {
      if (isCovered(one)) {
        deadlines.ended(ClockKind.ESTIMATE, subject(one), "A coverage of that day was entered");
      } else if (isOwed(one)) {
        run(one);
      }
    }
  }

  /// Whether nobody has given the estimate, or said why it is not given.
  private boolean isOwed(Appointment appointment) {
    return clocks
        .last(ClockKind.ESTIMATE, subject(appointment))
        .map(last -> last.state() == Clock.State.ENDED && last.evidence() == null)
        .orElse(true);
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
