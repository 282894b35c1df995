package org.cleanclaim.app.encounter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.patient.PatientId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Days on which patients are expected: what is checked before they come.
@Component
@Transactional
public class Appointments {
  /// Somebody is expected.
  ///
  /// @param what in words, such as "knee follow-up"
  public record Appointment(UUID publicId, PatientId patientId, LocalDate on, String what) {}

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final AuditTrail audit;
  private final Clock clock;

  Appointments(JdbcClient jdbc, ApplicationEventPublisher events, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /// Books a day; the same one again changes nothing.
  public Appointment book(PatientId patient, LocalDate on, String what) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    UUID id =
        jdbc.sql(
                """
                insert into appointment (patient_id, on_day, what, saved_by, saved_at)
                values (:patient, :on, :what, :actor, :now)
                on conflict (patient_id, on_day, what) do update set cancelled_at = null
                returning public_id
                """)
            .param("patient", patient.value())
            .param("on", on)
            .param("what", what)
            .param("actor", Acting.actor().name())
            .param("now", Timestamp.from(clock.instant()))
            .query(UUID.class)
            .single();
    audit.record("booked", "appointment", id, patient.value(), on.toString());
    var booked = new Appointment(id, patient, on, what);
    events.publishEvent(new AppointmentMoved.Booked(booked));
    return booked;
  }

  /// Takes an appointment back.
  public void cancel(PatientId patient, UUID id) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    jdbc.sql(
            """
            update appointment set cancelled_at = :now
            where public_id = :id and patient_id = any (array(select same_person(:patient))) and cancelled_at is null
            returning public_id, patient_id, on_day, what
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id)
        .param("patient", patient.value())
        .query(Appointments::appointment)
        .optional()
        .ifPresent(one -> {
          audit.record("cancelled", "appointment", id, patient.value(), null);
          events.publishEvent(new AppointmentMoved.Cancelled(one));
        });
  }

  /// A patient's from a day on, by day.
  @Transactional(readOnly = true)
  public List<Appointment> ofPatient(PatientId patient, LocalDate first) {
    return jdbc.sql(
            """
            select public_id, patient_id, on_day, what
            from appointment
            where patient_id = any (array(select same_person(:patient))) and on_day >= :first and cancelled_at is null
            order by on_day, appointment_id
            """)
        .param("patient", patient.value())
        .param("first", first)
        .query(Appointments::appointment)
        .list();
  }

  /// Those of a span of days, both included, by day.
  @Transactional(readOnly = true)
  public List<Appointment> between(LocalDate first, LocalDate last) {
    return jdbc.sql(
            """
            select public_id, patient_id, on_day, what
            from appointment
            where on_day between :first and :last and cancelled_at is null
            order by on_day, appointment_id
            """)
        .param("first", first)
        .param("last", last)
        .query(Appointments::appointment)
        .list();
  }

  private static Appointment appointment(ResultSet row, int n) throws SQLException {
    return new Appointment(
        row.getObject("public_id", UUID.class),
        new PatientId(row.getLong("patient_id")),
        row.getObject("on_day", LocalDate.class),
        row.getString("what"));
  }
}
