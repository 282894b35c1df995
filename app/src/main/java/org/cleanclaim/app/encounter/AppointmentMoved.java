package org.cleanclaim.app.encounter;

import org.cleanclaim.app.encounter.Appointments.Appointment;

/// A day was booked, or taken back.
public sealed interface AppointmentMoved {
  Appointment appointment();

  /// Somebody is expected.
  record Booked(Appointment appointment) implements AppointmentMoved {}

  /// Nobody is expected any more.
  record Cancelled(Appointment appointment) implements AppointmentMoved {}
}
