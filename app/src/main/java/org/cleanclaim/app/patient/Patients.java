package org.cleanclaim.app.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Sex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The practice's patients.
@Component
@Transactional
public class Patients {
  private static final String SELECT =
      """
      select patient_id, public_id, account_number, last_name, first_name, middle_name, suffix, born_on, sex,
        address_line, address_line2, city, state, postal_code, phone, guarantor_name
      from patient
      """;

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  Patients(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /// Registers a patient, or finds the one with that account number.
  public Patient register(Registration registration) {
    int added =
        jdbc.sql(
                """
                insert into patient (account_number, last_name, first_name, middle_name, suffix, born_on, sex,
                  address_line, address_line2, city, state, postal_code, phone, guarantor_name, created_at)
                values (:accountNumber, :last, :first, :middle, :suffix, :bornOn, :sex, :line1, :line2, :city, :state,
                  :postalCode, :phone, :guarantor, :now)
                on conflict (organization_id, account_number) do nothing
                """)
            .param("accountNumber", registration.accountNumber())
            .param("last", registration.name().last())
            .param("first", registration.name().first())
            .param("middle", registration.name().middle())
            .param("suffix", registration.name().suffix())
            .param("bornOn", registration.bornOn())
            .param("sex", registration.sex().name())
            .param("line1", registration.address().line1())
            .param("line2", registration.address().line2())
            .param("city", registration.address().city())
            .param("state", registration.address().state())
            .param("postalCode", registration.address().postalCode())
            .param("phone", registration.phone())
            .param("guarantor", registration.guarantorName())
            .param("now", Timestamp.from(clock.instant()))
            .update();
    var patient =
        jdbc.sql(SELECT + "where account_number = :accountNumber")
            .param("accountNumber", registration.accountNumber())
            .query(Patients::patient)
            .single();
    if (added == 1) {
      audit.record("registered", "patient", patient.id(), patient.id().value(), null);
    }
    return patient;
  }

  @Transactional(readOnly = true)
  public Patient get(PatientId id) {
    return jdbc.sql(SELECT + "where patient_id = :id")
        .param("id", id.value())
        .query(Patients::patient)
        .single();
  }

  @Transactional(readOnly = true)
  public Optional<Patient> find(UUID publicId) {
    return jdbc.sql(SELECT + "where public_id = :id")
        .param("id", publicId)
        .query(Patients::patient)
        .optional();
  }

  /// Patients whose name begins with the text or whose account number is the text, by name.
  @Transactional(readOnly = true)
  public List<Patient> search(String text, int limit) {
    return jdbc.sql(
            SELECT
                + """
                where lower(last_name) like :start or lower(first_name) like :start
                  or lower(last_name || ', ' || first_name) like :start or account_number = :text
                order by last_name, first_name, patient_id
                limit :limit
                """)
        .param(
            "start",
            text.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("[%_\\\\]", "\\\\$0") + "%")
        .param("text", text.strip())
        .param("limit", limit)
        .query(Patients::patient)
        .list();
  }

  private static Patient patient(ResultSet row, int n) throws SQLException {
    return new Patient(
        new PatientId(row.getLong("patient_id")),
        row.getObject("public_id", UUID.class),
        row.getString("account_number"),
        new PersonName(
            row.getString("last_name"),
            row.getString("first_name"),
            row.getString("middle_name"),
            row.getString("suffix")),
        row.getObject("born_on", java.time.LocalDate.class),
        Sex.valueOf(row.getString("sex")),
        new Address(
            row.getString("address_line"),
            row.getString("address_line2"),
            row.getString("city"),
            row.getString("state"),
            row.getString("postal_code")),
        row.getString("phone"),
        row.getString("guarantor_name"));
  }
}
