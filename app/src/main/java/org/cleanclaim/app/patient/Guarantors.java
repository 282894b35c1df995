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
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.kernel.EffectivePeriod;
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

  /// From a day on somebody answers for the bill; whoever did so before ends the day before. From
  /// the first day of one on file it is a correction of that one.
  ///
  /// @throws PatientRefusal when one that begins later is on file
  public Guarantor from(LocalDate day, PatientId patient, Guarantor guarantor) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var all = ofPatient(patient);
    if (all.stream().anyMatch(g -> g.period().from().isAfter(day))) {
      throw new PatientRefusal(
          "A guarantor from a day after %s is on file. Choose a later first day.".formatted(day));
    }
    var same = all.stream().filter(g -> g.period().from().equals(day)).findFirst();
    if (same.isPresent()) {
      correct(same.get(), guarantor);
    } else {
      begin(day, patient, guarantor);
    }
    return ofPatient(patient).getFirst();
  }

  /// After a day the patient answers for their own bill again, as a child that has come of age.
  ///
  /// @throws PatientRefusal when nobody answers for it on that day
  public void end(LocalDate lastDay, PatientId patient) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var guarantor =
        on(patient, lastDay)
            .orElseThrow(() ->
                new PatientRefusal(
                    "Nobody else answers for the bill on %s. Choose a day of the guarantor's."
                        .formatted(lastDay)));
    jdbc.sql(
            """
            update guarantor set effective = daterange(lower(effective), :until)
            where public_id = :id
            """)
        .param("until", lastDay.plusDays(1))
        .param("id", guarantor.publicId())
        .update();
    audit.record("ended guarantor", "patient", patient, patient.value(), "after " + lastDay);
  }

  private void correct(Guarantor old, Guarantor guarantor) {
    facts(
            """
            update guarantor set last_name = :last, first_name = :first, relationship = :relationship,
              address_line = :line, city = :city, state = :state, postal_code = :zip, phone = :phone, email = :email,
              saved_by = :actor, saved_at = :now
            where public_id = :id
            """,
            guarantor)
        .param("id", old.publicId())
        .update();
    audit.record(
        "corrected guarantor",
        "patient",
        old.patientId(),
        old.patientId().value(),
        "from " + old.period().from());
  }

  private void begin(LocalDate day, PatientId patient, Guarantor guarantor) {
    jdbc.sql(
            """
            update guarantor set effective = daterange(lower(effective), :day)
            where patient_id = :patient and effective @> cast(:day as date)
            """)
        .param("day", day)
        .param("patient", patient.value())
        .update();
    facts(
            """
            insert into guarantor (patient_id, last_name, first_name, relationship, address_line, city, state, postal_code,
              phone, email, effective, saved_by, saved_at)
            values (:patient, :last, :first, :relationship, :line, :city, :state, :zip, :phone, :email,
              daterange(:day, null), :actor, :now)
            """,
            guarantor)
        .param("patient", patient.value())
        .param("day", day)
        .update();
    audit.record("set guarantor", "patient", patient, patient.value(), "from " + day);
  }

  private JdbcClient.StatementSpec facts(String sql, Guarantor guarantor) {
    return jdbc.sql(sql)
        .param("last", guarantor.name().last())
        .param("first", guarantor.name().first())
        .param("relationship", guarantor.relationship().name())
        .param("line", guarantor.address().line1())
        .param("city", guarantor.address().city())
        .param("state", guarantor.address().state())
        .param("zip", guarantor.address().postalCode())
        .param("phone", guarantor.phone())
        .param("email", guarantor.email())
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()));
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
            where patient_id = any (array(select same_person(:patient)))
            order by lower(effective) desc
            """)
        .param("patient", patient.value())
        .query(Guarantors::guarantor)
        .list();
  }

  /// Somebody who answers for another's bill.
  ///
  /// @param patient whose bill it is
  public record Answering(
      Guarantor guarantor, UUID patientPublicId, String accountNumber, String patient) {
    @Override
    public String toString() {
      return "Answering[" + patientPublicId + "]";
    }
  }

  /// A page of those who answer on a day, by name.
  ///
  /// @param words of a name of guarantor or patient, or an account number; empty for all
  @Transactional(readOnly = true)
  public ListPage<Answering> answering(LocalDate day, String words, int page) {
    return ListPage.of(
        jdbc.sql(
                """
                select g.public_id, g.patient_id, g.last_name, g.first_name, g.relationship, g.address_line, g.city, g.state,
                  g.postal_code, g.phone, g.email, lower(g.effective) as from_day, upper(g.effective) as until_day,
                  w.public_id as patient_public_id, w.account_number, w.last_name || ', ' || w.first_name as patient
                from guarantor g
                join patient p on p.patient_id = g.patient_id
                join patient w on w.patient_id = coalesce(p.merged_into, p.patient_id)
                where g.effective @> cast(:day as date)
                  and (:words = '' or starts_with(lower(g.last_name || ', ' || g.first_name), :words)
                    or starts_with(lower(w.last_name || ', ' || w.first_name), :words) or lower(w.account_number) = :words)
                order by g.last_name, g.first_name, w.account_number, g.guarantor_id
                """
                    + ListPage.PART)
            .param("day", day)
            .param("words", words.strip().toLowerCase(java.util.Locale.ROOT)),
        (row, n) ->
            new Answering(
                guarantor(row, n),
                row.getObject("patient_public_id", UUID.class),
                row.getString("account_number"),
                row.getString("patient")),
        page);
  }

  private static Guarantor guarantor(ResultSet row, int n) throws SQLException {
    return new Guarantor(
        row.getObject("public_id", UUID.class),
        new PatientId(row.getLong("patient_id")),
        new PersonName(row.getString("last_name"), row.getString("first_name")),
        GuarantorRelation.valueOf(row.getString("relationship")),
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
