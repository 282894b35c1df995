package org.cleanclaim.app.patient;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Joins two records of one person. Nothing that was made under the one that goes is rewritten, no
/// ledger entry least of all: visits, claims, coverages and entries of both are read together from
/// then on, and both ids lead to the record that stays. It cannot be undone.
@Component
@Transactional
public class PatientMerges {
  private static final int SHORTEST_REASON = 10;

  /// A record that was merged.
  ///
  /// @param publicId of the record that went
  public record Merged(
      UUID publicId, String accountNumber, String name, Instant at, String by, String reason) {}

  private final JdbcClient jdbc;
  private final Patients patients;
  private final AuditTrail audit;
  private final Clock clock;

  PatientMerges(JdbcClient jdbc, Patients patients, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.patients = patients;
    this.audit = audit;
    this.clock = clock;
  }

  /// Merges one record into another. What is on file of two people would be read as of one for
  /// good: records of another name, birth date, sex or social security number are merged only by
  /// whoever types the account that goes once more.
  ///
  /// @param kept the record that stays
  /// @param gone the record that goes
  /// @param reason how one knows that it is one person
  /// @param confirmation the account number of the record that goes; asked for where the two differ
  /// @throws PatientRefusal for one record, without a reason, and without the confirmation where it
  ///   says what differs
  public Patient merge(UUID kept, UUID gone, String reason, String confirmation) {
    AccessDeniedForActor.unless(Permission.MERGE_PATIENT);
    var stays = patients.find(kept).orElseThrow();
    var goes = patients.find(gone).orElseThrow();
    if (stays.id().equals(goes.id())) {
      throw new PatientRefusal("Both are one record already.");
    }
    if (reason.strip().length() < SHORTEST_REASON) {
      throw new PatientRefusal(
          "A merge cannot be undone: say in ten characters or more how you know that it is one"
              + " person.");
    }
    var differences = Likeness.of(Registration.of(stays), Registration.of(goes)).differences();
    boolean isConfirmed = confirmation.strip().equalsIgnoreCase(goes.accountNumber());
    if (!differences.isEmpty() && !isConfirmed) {
      throw new PatientRefusal(
          ("The two records have another %s. Merging two people mixes what is on file of both and"
                  + " cannot be undone. If it is one person all the same, type the account number of"
                  + " the record that goes, %s, to confirm. Nothing was merged.")
              .formatted(listed(differences), goes.accountNumber()));
    }
    jdbc.sql("update patient set merged_into = :stays where merged_into = :goes")
        .param("stays", stays.id().value())
        .param("goes", goes.id().value())
        .update();
    jdbc.sql(
            """
            update patient
            set merged_into = :stays, merged_at = :now, merged_by = :actor, merge_reason = :reason, version = version + 1
            where patient_id = :goes
            """)
        .param("stays", stays.id().value())
        .param("goes", goes.id().value())
        .param("now", Timestamp.from(clock.instant()))
        .param("actor", Acting.actor().name())
        .param("reason", reason.strip())
        .update();
    audit.record(
        "merged account " + goes.accountNumber() + " into " + stays.accountNumber(),
        "patient",
        stays.id(),
        stays.id().value(),
        differences.isEmpty()
            ? reason.strip()
            : "%s (confirmed: another %s)".formatted(reason.strip(), listed(differences)));
    return stays;
  }

  private static String listed(List<String> differences) {
    return String.join(", ", differences);
  }

  /// Records that were merged into a patient, the latest first.
  @Transactional(readOnly = true)
  public List<Merged> into(PatientId patient) {
    return jdbc.sql(
            """
            select public_id, account_number, last_name || ', ' || first_name as name, merged_at, merged_by, merge_reason
            from patient
            where merged_into = :id
            order by merged_at desc
            """)
        .param("id", patient.value())
        .query((row, n) ->
            new Merged(
                row.getObject("public_id", UUID.class),
                row.getString("account_number"),
                row.getString("name"),
                row.getTimestamp("merged_at").toInstant(),
                row.getString("merged_by"),
                row.getString("merge_reason")))
        .list();
  }
}
