package org.cleanclaim.app.encounter;

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
  private final AuditTrail audit;
  private final Clock clock;

  Appointments(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
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
    return new Appointment(id, patient, on, what);
  }

  /// Takes an appointment back.
  public void cancel(PatientId patient, UUID id) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    jdbc.sql(
            "update appointment set cancelled_at = :now where public_id = :id and patient_id ="
                + " :patient")
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id)
        .param("patient", patient.value())
        .update();
    audit.record("cancelled", "appointment", id, patient.value(), null);
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
        .query((row, n) ->
            new Appointment(
                row.getObject("public_id", UUID.class),
                new PatientId(row.getLong("patient_id")),
                row.getObject("on_day", LocalDate.class),
                row.getString("what")))
        .list();
  }
}
