package org.cleanclaim.app.statement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.patient.Guarantor;
import org.cleanclaim.app.patient.Guarantors;
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
  // Who answers on a day, by patient; of two records of one person the later guarantor.
  private static final String ANSWERING =
      """
      (select distinct on (coalesce(f.merged_into, f.patient_id)) coalesce(f.merged_into, f.patient_id) as patient_id,
        g.last_name || ', ' || g.first_name as name, g.address_line, g.postal_code
      from guarantor g
      join patient f on f.patient_id = g.patient_id
      where g.effective @> cast(:day as date)
      order by 1, lower(g.effective) desc)\
      """;

  /// Each record with the key of its household on a `:day`.
  static final String KEYED =
      """
      (select p.patient_id, p.merged_into,
        lower(coalesce(g.name, nullif(btrim(p.guarantor_name), ''), p.last_name || ', ' || p.first_name)) || '|'
          || lower(coalesce(g.address_line, p.address_line)) || '|'
          || left(coalesce(g.postal_code, p.postal_code), 5) as key
      from patient p
      left join %s g on g.patient_id = p.patient_id)\
      """
          .formatted(ANSWERING);

  private final JdbcClient jdbc;
  private final Patients patients;
  private final Guarantors guarantors;
  private final Organizations organizations;
  private final Clock clock;

  Households(
      JdbcClient jdbc,
      Patients patients,
      Guarantors guarantors,
      Organizations organizations,
      Clock clock) {
    this.jdbc = jdbc;
    this.patients = patients;
    this.guarantors = guarantors;
    this.organizations = organizations;
    this.clock = clock;
  }

  /// The household that a patient's bills belong to today, also those of a record that was merged.
  public Household of(PatientId record) {
    return of(record, today());
  }

  /// The household that a patient's bills belong to on a day: whoever answers for them then, at
  /// their own address.
  public Household of(PatientId record, LocalDate day) {
    var patientId = patients.get(record).id();
    var members = new ArrayList<Patient>();
    jdbc.sql(
            """
            with keyed as not materialized %s
            select patient_id
            from keyed
            where merged_into is null and key = (select key from keyed where patient_id = :patient)
            order by patient_id
            """
                .formatted(KEYED))
        .param("patient", patientId.value())
        .param("day", day)
        .query(Long.class)
        .list()
        .forEach(id -> members.add(patients.get(new PatientId(id))));
    var first = members.getFirst();
    var guarantor = guarantors.on(first.id(), day);
    String named = guarantor.map(g -> g.name().display()).orElse(first.guarantorName());
    String responsible = named == null || named.isBlank() ? plain(first) : named.strip();
    var holder =
        members.stream()
            .filter(
                p -> plain(p).toLowerCase(Locale.ROOT).equals(responsible.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElse(first);
    return new Household(
        holder,
        responsible,
        guarantor.map(Guarantor::address).orElse(holder.address()),
        members,
        records(members));
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
            from %s k
            where patient_id in (select patient_id from open)
            group by key
            order by 1
            """
                .formatted(KEYED))
        .param("day", today())
        .query(Long.class)
        .list()
        .stream()
        .map(PatientId::new)
        .toList();
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of(organizations.current().timeZone())));
  }

  private static String plain(Patient patient) {
    return patient.name().last() + ", " + patient.name().first();
  }
}
