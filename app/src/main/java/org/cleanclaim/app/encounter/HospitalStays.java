package org.cleanclaim.app.encounter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.app.storage.ReadOnce;
import org.cleanclaim.kernel.claim.InformationCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The visits that a hospital bills. A visit with a stay becomes an institutional claim.
@Component
@Transactional
public class HospitalStays {
  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Encounters encounters;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final ReadOnce<EncounterId, HospitalStay> stays = new ReadOnce<>(this::read);

  HospitalStays(
      JdbcClient jdbc,
      JsonColumns json,
      Encounters encounters,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.json = json;
    this.encounters = encounters;
    this.audit = audit;
    this.events = events;
  }

  /// Enters the stay of a visit, or changes it.
  ///
  /// @throws IllegalStateException when it cannot be so, with what to mend
  public HospitalStay enter(HospitalStay stay) {
    refuse(stay)
        .ifPresent(why -> {
          throw new IllegalStateException(why);
        });
    jdbc.sql(
            """
            insert into hospital_stay (encounter_id, bill_type, served_from, served_through, admitted_on, admission_hour,
              discharged_on, discharge_hour, admission_type, admission_source, patient_status, codes, entered_by)
            values (:encounter, :billType, :from, :through, :admitted, :admissionHour, :discharged, :dischargeHour,
              :type, :source, :status, :codes::jsonb, :actor)
            on conflict (encounter_id) do update
            set bill_type = excluded.bill_type, served_from = excluded.served_from,
              served_through = excluded.served_through, admitted_on = excluded.admitted_on,
              admission_hour = excluded.admission_hour, discharged_on = excluded.discharged_on,
              discharge_hour = excluded.discharge_hour, admission_type = excluded.admission_type,
              admission_source = excluded.admission_source, patient_status = excluded.patient_status,
              codes = excluded.codes, entered_by = excluded.entered_by, version = hospital_stay.version + 1
            """)
        .param("encounter", stay.encounterId().value())
        .param("billType", stay.billType())
        .param("from", stay.servedFrom())
        .param("through", stay.servedThrough())
        .param("admitted", stay.admittedOn(), Types.DATE)
        .param("admissionHour", stay.admissionHour())
        .param("discharged", stay.dischargedOn(), Types.DATE)
        .param("dischargeHour", stay.dischargeHour())
        .param("type", stay.admissionType())
        .param("source", stay.admissionSource())
        .param("status", stay.patientStatus())
        .param("codes", json.write(stay.codes()))
        .param("actor", Acting.actor().name())
        .update();
    var encounter = encounters.get(stay.encounterId());
    audit.record(
        "entered hospital stay", "encounter", encounter.id(), encounter.patientId().value(), null);
    events.publishEvent(
        new StayChanged(Acting.actor().organizationId(), stay.encounterId().value()));
    return find(stay.encounterId()).orElseThrow();
  }

  private static Optional<String> refuse(HospitalStay stay) {
    if (!stay.billType().matches("[1-8][1-9]")) {
      return Optional.of("The type of bill has two digits, facility and care, such as 11 or 13.");
    }
    if (stay.servedThrough().isBefore(stay.servedFrom())) {
      return Optional.of("The bill ends before it begins. Correct its days.");
    }
    LocalDate admitted = stay.admittedOn();
    LocalDate discharged = stay.dischargedOn();
    if (admitted != null && discharged != null && discharged.isBefore(admitted)) {
      return Optional.of("The discharge lies before the admission. Correct the days.");
    }
    if (!isHour(stay.admissionHour()) || !isHour(stay.dischargeHour())) {
      return Optional.of("An hour has four digits from 0000 to 2359.");
    }
    return Optional.empty();
  }

  private static boolean isHour(@Nullable String text) {
    return text == null || text.matches("([01]\\d|2[0-3])[0-5]\\d");
  }

  /// The stay of a visit; empty when it is billed by a practice.
  @Transactional(readOnly = true)
  public Optional<HospitalStay> find(EncounterId encounterId) {
    return stays.find(encounterId);
  }

  /// Reads the stays of visits that will be asked for.
  @Transactional(readOnly = true)
  public void ahead(Collection<EncounterId> visits) {
    stays.ahead(visits);
  }

  private Map<EncounterId, HospitalStay> read(Set<EncounterId> visits) {
    return jdbc
        .sql("select * from hospital_stay where encounter_id = any (:visits)")
        .param("visits", visits.stream().map(EncounterId::value).toArray(Long[]::new))
        .query(this::stay)
        .stream()
        .collect(Collectors.toMap(HospitalStay::encounterId, stay -> stay));
  }

  private HospitalStay stay(ResultSet row, int n) throws SQLException {
    return new HospitalStay(
        new EncounterId(row.getLong("encounter_id")),
        row.getString("bill_type"),
        row.getObject("served_from", LocalDate.class),
        row.getObject("served_through", LocalDate.class),
        row.getObject("admitted_on", LocalDate.class),
        row.getString("admission_hour"),
        row.getObject("discharged_on", LocalDate.class),
        row.getString("discharge_hour"),
        row.getString("admission_type"),
        row.getString("admission_source"),
        row.getString("patient_status"),
        json.readList(row.getString("codes"), InformationCode.class));
  }
}
