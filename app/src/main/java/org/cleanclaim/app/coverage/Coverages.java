package org.cleanclaim.app.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.storage.ReadOnce;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.MedicareSecondReason;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The policies of patients, by date. Changing one never touches a claim that was billed under it.
@Component
@Transactional
public class Coverages {
  private static final String SELECT =
      """
      select c.coverage_id, c.patient_id, c.payer_id, c.sequence, c.plan_name, c.member_id, c.group_number,
        s.relationship, s.last_name, s.first_name, s.is_organization, s.born_on, s.sex, s.address_line, s.city, s.state,
        s.postal_code, c.property_casualty_claim_number, c.medicare_second, p.effective, lower(p.effective) as effective_from,
        upper(p.effective) as effective_until
      from coverage c
      cross join lateral (select coalesce(c.withdrawn_effective, c.effective) as effective) p
      join subscriber s on s.coverage_id = c.coverage_id and s.superseded_at is null
        and s.effective @> greatest(lower(p.effective), least(cast(:on as date), upper(p.effective) - 1))
      """;

  /// A patient on a day of service.
  public record PatientDay(PatientId patient, LocalDate day) {}

  private final JdbcClient jdbc;
  private final Subscribers subscribers;
  private final Organizations organizations;
  private final Payers payers;
  private final ApplicationEventPublisher events;
  private final AuditTrail audit;
  private final Clock clock;
  private final ReadOnce<PatientDay, List<Coverage>> onDay = new ReadOnce<>(this::read);

  Coverages(
      JdbcClient jdbc,
      Subscribers subscribers,
      Organizations organizations,
      Payers payers,
      ApplicationEventPublisher events,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.subscribers = subscribers;
    this.organizations = organizations;
    this.payers = payers;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /// Adds a policy, or finds the same one. The id of the argument is not read, nor the place of a
  /// policy that pays for an injury alone.
  public Coverage add(Coverage wanted) {
    var coverage = isOfAccident(wanted) ? wanted.at(PayerSequence.PRIMARY) : wanted;
    var same =
        ofPatient(coverage.patientId()).stream()
            .filter(c ->
                c.payerId() == coverage.payerId()
                    && c.period().equals(coverage.period())
                    && (c.sequence() == coverage.sequence()
                        || c.memberId().equals(coverage.memberId())))
            .findFirst();
    if (same.isPresent()) return same.get();
    var second = coverage.medicareSecond();
    long id =
        jdbc.sql(
                """
                insert into coverage (patient_id, payer_id, sequence, plan_name, member_id, group_number,
                  property_casualty_claim_number, medicare_second, effective)
                values (:patient, :payer, :sequence, :plan, :member, :group, :casualty, :second,
                  daterange(:from, :until))
                returning coverage_id
                """)
            .param("patient", coverage.patientId().value())
            .param("payer", coverage.payerId())
            .param("sequence", coverage.sequence().name())
            .param("plan", coverage.planName())
            .param("member", coverage.memberId().value())
            .param("group", coverage.groupNumber())
            .param("casualty", coverage.propertyCasualtyClaimNumber())
            .param("second", second == null ? null : second.code())
            .param("from", coverage.period().from())
            .param("until", coverage.period().until())
            .query(Long.class)
            .single();
    subscribers.begin(id, coverage);
    audit.record("added", "coverage", id, coverage.patientId().value(), null);
    events.publishEvent(new CoverageAdded(coverage.patientId()));
    return get(id);
  }

  /// Adds a policy that somebody typed.
  ///
  /// @throws CoverageRefusal when the place is taken on some of its days
  public Coverage enter(Coverage coverage) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    for (Coverage other : ofPatient(coverage.patientId())) {
      boolean isSame =
          other.payerId() == coverage.payerId()
              && other.period().equals(coverage.period())
              && other.memberId().equals(coverage.memberId());
      if (isSame) {
        throw new CoverageRefusal(
            "The patient has a coverage of this payer from %s on file. Correct that one."
                .formatted(other.period().from()));
      }
    }
    TakenPlaces.refuse(inOrder(List.of(coverage)), inOrder(ofPatient(coverage.patientId())));
    return add(coverage);
  }

  /// A policy with its subscriber as of today.
  @Transactional(readOnly = true)
  public Coverage get(long id) {
    return get(id, today());
  }

  /// A policy with its subscriber as of a day; of a policy that has ended as of its last day.
  @Transactional(readOnly = true)
  public Coverage get(long id, LocalDate on) {
    return jdbc.sql(SELECT + "where c.coverage_id = :id")
        .param("id", id)
        .param("on", on)
        .query(Coverages::coverage)
        .single();
  }

  /// A patient's policies with their subscribers as of today.
  @Transactional(readOnly = true)
  public List<Coverage> ofPatient(PatientId patient) {
    return ofPatient(patient, today());
  }

  /// A patient's policies with their subscribers as of a day.
  @Transactional(readOnly = true)
  public List<Coverage> ofPatient(PatientId patient, LocalDate on) {
    return onDay.find(new PatientDay(patient, on)).orElse(List.of());
  }

  /// Reads the policies of patients, each as of a day, that will be asked for.
  @Transactional(readOnly = true)
  public void ahead(Collection<PatientDay> patients) {
    onDay.ahead(patients);
  }

  /// The policies of several patients with their subscribers as of today, by the records that were
  /// asked for.
  @Transactional(readOnly = true)
  public Map<PatientId, List<Coverage>> ofPatients(Collection<PatientId> patients) {
    var today = today();
    var all = new HashMap<PatientId, List<Coverage>>();
    read(patients.stream()
            .map(patient -> new PatientDay(patient, today))
            .collect(Collectors.toSet()))
        .forEach((asked, own) -> all.put(asked.patient(), own));
    return all;
  }

  private Map<PatientDay, List<Coverage>> read(Set<PatientDay> patients) {
    var asked = List.copyOf(patients);
    var all = new HashMap<PatientDay, List<Coverage>>();
    jdbc.sql(
            """
            select asked.patient, asked.day, v.*
            from unnest(:patients::bigint[], :days::date[]) as asked (patient, day)
            cross join lateral same_person(asked.patient) as own (record)
            join lateral (%s where c.patient_id = own.record and c.withdrawn_effective is null) v on true
            order by asked.patient, asked.day, v.effective desc, v.sequence
            """
                .formatted(SELECT.replace(":on", "asked.day")))
        .param("patients", asked.stream().map(one -> one.patient().value()).toArray(Long[]::new))
        .param("days", asked.stream().map(one -> one.day().toString()).toArray(String[]::new))
        .query((row, n) ->
            all.computeIfAbsent(
                    new PatientDay(
                        new PatientId(row.getLong("patient")),
                        row.getObject("day", LocalDate.class)),
                    key -> new ArrayList<>())
                .add(coverage(row, n)))
        .list();
    return all;
  }

  /// The policy that pays first for a visit of that day which is about no accident.
  @Transactional(readOnly = true)
  public Optional<Coverage> primary(PatientId patient, LocalDate servedOn) {
    return primary(patient, servedOn, null);
  }

  /// The policy that pays first for a visit, with its subscriber as of that day; empty for a
  /// patient who pays alone. One that pays for an injury alone is first when the visit is about
  /// one, and else not asked, unless there is no other.
  ///
  /// @param accident behind the visit, null when there is none
  @Transactional(readOnly = true)
  public Optional<Coverage> primary(
      PatientId patient, LocalDate servedOn, @Nullable Accident accident) {
    var inForce =
        ofPatient(patient, servedOn).stream().filter(c -> c.period().contains(servedOn)).toList();
    var ordered =
        inOrder(inForce).stream().filter(c -> c.sequence() == PayerSequence.PRIMARY).findFirst();
    var ofAccident = inForce.stream().filter(this::isOfAccident).toList();
    if (accident == null) return ordered.or(() -> ofAccident.stream().findFirst());
    return ofAccident.stream()
        .filter(c -> pays(payers.get(c.payerId()).filing(), accident))
        .findFirst()
        .or(() -> ordered)
        .or(() -> ofAccident.stream().findFirst());
  }

  private static boolean pays(FilingIndicator filing, Accident accident) {
    return switch (filing) {
      case WORKERS_COMPENSATION -> accident.isEmployment();
      case AUTOMOBILE -> accident.causes().contains("AA");
      default -> true; // liability, whatever happened
    };
  }

  /// The policies that pay in an order: those that pay for an injury alone have no place in it.
  List<Coverage> inOrder(Collection<Coverage> policies) {
    return policies.stream().filter(c -> !isOfAccident(c)).toList();
  }

  private boolean isOfAccident(Coverage coverage) {
    return payers.get(coverage.payerId()).filing().isOfAccident();
  }

  /// A sentence for each two policies of a patient that have one place on some same day.
  @Transactional(readOnly = true)
  public List<String> doubled(Collection<Coverage> policies) {
    return TakenPlaces.doubled(inOrder(policies));
  }

  /// The policy that comes after another on a day of service, with its subscriber as of that day;
  /// empty when that one is the last.
  @Transactional(readOnly = true)
  public Optional<Coverage> next(Coverage coverage, LocalDate servedOn) {
    return inOrder(ofPatient(coverage.patientId(), servedOn)).stream()
        .filter(
            c -> c.sequence().compareTo(coverage.sequence()) > 0 && c.period().contains(servedOn))
        .min(Comparator.comparing(Coverage::sequence));
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of(organizations.current().timeZone())));
  }

  private static Coverage coverage(ResultSet row, int n) throws SQLException {
    String sex = row.getString("sex");
    return new Coverage(
        row.getLong("coverage_id"),
        new PatientId(row.getLong("patient_id")),
        row.getLong("payer_id"),
        PayerSequence.valueOf(row.getString("sequence")),
        row.getString("plan_name"),
        new MemberId(row.getString("member_id")),
        row.getString("group_number"),
        Relationship.valueOf(row.getString("relationship")),
        Subscribers.name(row),
        row.getObject("born_on", LocalDate.class),
        sex == null ? null : Sex.valueOf(sex),
        Subscribers.address(row),
        row.getString("property_casualty_claim_number"),
        Optional.ofNullable(row.getString("medicare_second"))
            .flatMap(MedicareSecondReason::ofCode)
            .orElse(null),
        new EffectivePeriod(
            row.getObject("effective_from", LocalDate.class),
            row.getObject("effective_until", LocalDate.class)));
  }
}
