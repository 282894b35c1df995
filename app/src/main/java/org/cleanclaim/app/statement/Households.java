package org.cleanclaim.app.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.patient.Patients;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds who answers for whose bills: the same responsible name at the same address.
@Component
@Transactional(readOnly = true)
public class Households {
  private static final String KEY =
      """
      lower(coalesce(nullif(btrim(guarantor_name), ''), last_name || ', ' || first_name)) || '|' || lower(address_line)
        || '|' || left(postal_code, 5)\
      """;

  private final JdbcClient jdbc;
  private final Patients patients;

  Households(JdbcClient jdbc, Patients patients) {
    this.jdbc = jdbc;
    this.patients = patients;
  }

  /// The household that a patient's bills belong to, also those of a record that was merged.
  public Household of(PatientId record) {
    var patientId = patients.get(record).id();
    var members = new ArrayList<Patient>();
    jdbc.sql(
            """
            select patient_id
            from patient
            where merged_into is null and %s = (select %s from patient where patient_id = :patient)
            order by patient_id
            """
                .formatted(KEY, KEY))
        .param("patient", patientId.value())
        .query(Long.class)
        .list()
        .forEach(id -> members.add(patients.get(new PatientId(id))));
    var first = members.getFirst();
    String named = first.guarantorName();
    String responsible = named == null || named.isBlank() ? plain(first) : named.strip();
    var holder =
        members.stream()
            .filter(
                p -> plain(p).toLowerCase(Locale.ROOT).equals(responsible.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElse(first);
    return new Household(holder, responsible, members, records(members));
  }

  // The members' own records and those that were merged into them.
  private List<Long> records(List<Patient> members) {
    return jdbc.sql(
            """
            select patient_id
            from patient
            where patient_id = any (:members) or merged_into = any (:members)
            order by patient_id
            """)
        .param("members", members.stream().map(p -> p.id().value()).toArray(Long[]::new))
        .query(Long.class)
        .list();
  }

  /// One patient of each household that has something open, by number.
  public List<PatientId> withBalance() {
    return jdbc
        .sql(
            """
            with open as (
              select coalesce(p.merged_into, p.patient_id) as patient_id
              from entry e
              join patient p using (patient_id)
              where e.account in ('PATIENT_RECEIVABLE', 'UNAPPLIED_CASH')
              group by 1, e.account
              having sum(e.amount) <> 0)
            select min(patient_id)
            from patient
            where patient_id in (select patient_id from open)
            group by %s
            order by 1
            """
                .formatted(KEY))
        .query(Long.class)
        .list()
        .stream()
        .map(PatientId::new)
        .toList();
  }

  private static String plain(Patient patient) {
    return patient.name().last() + ", " + patient.name().first();
  }
}
