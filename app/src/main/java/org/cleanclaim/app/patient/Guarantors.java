package org.cleanclaim.app.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who answers for the bills of patients, by date: one at a time.
@Component
@Transactional
public class Guarantors {
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  Guarantors(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /// From a day on somebody answers for the bill; whoever did so before ends the day before.
  ///
  /// @throws PatientRefusal when one that begins on that day or later is on file
  public Guarantor from(LocalDate day, PatientId patient, Guarantor guarantor) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    boolean isLater = ofPatient(patient).stream().anyMatch(g -> !g.period().from().isBefore(day));
    if (isLater) {
      throw new PatientRefusal(
          "A guarantor from %s or later is on file. Choose a later first day.".formatted(day));
    }
    jdbc.sql(
            """
            update guarantor set effective = daterange(lower(effective), :day)
            where patient_id = :patient and effective @> cast(:day as date)
            """)
        .param("day", day)
        .param("patient", patient.value())
        .update();
    jdbc.sql(
            """
            insert into guarantor (patient_id, last_name, first_name, relationship, address_line, city, state, postal_code,
              phone, email, effective, saved_by, saved_at)
            values (:patient, :last, :first, :relationship, :line, :city, :state, :zip, :phone, :email,
              daterange(:day, null), :actor, :now)
            """)
        .param("patient", patient.value())
        .param("last", guarantor.name().last())
        .param("first", guarantor.name().first())
        .param("relationship", guarantor.relationship().name())
        .param("line", guarantor.address().line1())
        .param("city", guarantor.address().city())
        .param("state", guarantor.address().state())
        .param("zip", guarantor.address().postalCode())
        .param("phone", guarantor.phone())
        .param("email", guarantor.email())
        .param("day", day)
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    jdbc.sql("update patient set guarantor_name = :name where patient_id = :patient")
        .param("name", guarantor.name().display())
        .param("patient", patient.value())
        .update();
    audit.record("set guarantor", "patient", patient, patient.value(), "from " + day);
    return on(patient, day).orElseThrow();
  }

  /// Who answers for the bill of a day; empty when the patient does.
  @Transactional(readOnly = true)
  public Optional<Guarantor> on(PatientId patient, LocalDate day) {
    return ofPatient(patient).stream().filter(g -> g.period().contains(day)).findFirst();
  }

  /// All that ever did, the latest first.
  @Transactional(readOnly = true)
  public List<Guarantor> ofPatient(PatientId patient) {
    return jdbc.sql(
            """
            select public_id, patient_id, last_name, first_name, relationship, address_line, city, state, postal_code,
              phone, email, lower(effective) as from_day, upper(effective) as until_day
            from guarantor
            where patient_id in (select same_person(:patient))
            order by lower(effective) desc
            """)
        .param("patient", patient.value())
        .query(Guarantors::guarantor)
        .list();
  }

  private static Guarantor guarantor(ResultSet row, int n) throws SQLException {
    return new Guarantor(
        row.getObject("public_id", UUID.class),
        new PatientId(row.getLong("patient_id")),
        new PersonName(row.getString("last_name"), row.getString("first_name")),
        Relationship.valueOf(row.getString("relationship")),
        new Address(
            row.getString("address_line"),
            null,
            row.getString("city"),
            row.getString("state"),
            row.getString("postal_code")),
        row.getString("phone"),
        row.getString("email"),
        new EffectivePeriod(
            row.getObject("from_day", LocalDate.class),
            row.getObject("until_day", LocalDate.class)));
  }
}
