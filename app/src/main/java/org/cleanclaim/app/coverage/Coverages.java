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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
        s.postal_code, c.property_casualty_claim_number, c.medicare_second, c.effective, lower(c.effective) as effective_from,
        upper(c.effective) as effective_until
      from coverage c
      join subscriber s on s.coverage_id = c.coverage_id and s.superseded_at is null
        and s.effective @> greatest(lower(c.effective), least(cast(:on as date), upper(c.effective) - 1))
      """;

  /// A patient on a day of service.
  public record PatientDay(PatientId patient, LocalDate day) {}

  private static final List<PayerSequence> PLACES =
      List.of(PayerSequence.PRIMARY, PayerSequence.SECONDARY, PayerSequence.TERTIARY);

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

  /// Adds a policy, or finds the same one. The id of the argument is not read.
  public Coverage add(Coverage coverage) {
    var same =
        ofPatient(coverage.patientId()).stream()
            .filter(c ->
                c.payerId() == coverage.payerId()
                    && c.period().equals(coverage.period())
                    && (c.sequence() == coverage.sequence()
                        || c.memberId().equals(coverage.memberId())))
            .findFirst();
    if (same.isPresent()) return same.get();
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
            .param("second", code(coverage.medicareSecond()))
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
      if (other.sequence() == coverage.sequence() && overlap(other, coverage)) {
        throw new CoverageRefusal(
            "%s is %s on some of these days already. End it first, or choose another place; the order can be set afterwards."
                .formatted(other.planName(), coverage.sequence().name().toLowerCase(Locale.ROOT)));
      }
    }
    return add(coverage);
  }

  /// Whether two policies are in force on some same day.
  private static boolean overlap(Coverage one, Coverage other) {
    var until = one.period().until();
    var otherUntil = other.period().until();
    return (otherUntil == null || one.period().from().isBefore(otherUntil))
        && (until == null || other.period().from().isBefore(until));
  }

  /// Sets in which order policies pay, the first first. Claims that were billed keep theirs.
  ///
  /// @param order two or three policies of the patient
  /// @param medicareSecond why Medicare pays second; null where it is first, or for what is on file
  public void order(
      PatientId patient,
      List<Long> order,
      @Nullable MedicareSecondReason medicareSecond,
      String reason) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var own = new HashMap<Long, Coverage>();
    ofPatient(patient).forEach(c -> own.put(c.id(), c));
    boolean isOwn =
        own.keySet().containsAll(order) && order.stream().distinct().count() == order.size();
    if (!isOwn || order.isEmpty() || order.size() > PLACES.size()) {
      throw new CoverageRefusal(
          "The order names one to three coverages of the patient, each once.");
    }
    if (reason.strip().length() < 5) {
      throw new CoverageRefusal("Say in five characters or more why they pay in this order.");
    }
    var reasons = new ArrayList<@Nullable String>();
    for (Long id : order) {
      boolean isFirst = reasons.isEmpty();
      var coverage = Objects.requireNonNull(own.get(id));
      reasons.add(isFirst ? null : code(medicareSecond(coverage, medicareSecond)));
    }
    jdbc.sql(
            """
            update coverage c set sequence = p.sequence, medicare_second = p.reason, version = c.version + 1
            from unnest(:ids::bigint[], :places::text[], :reasons::text[]) as p (id, sequence, reason)
            where c.coverage_id = p.id
            """)
        .param("ids", order.toArray(Long[]::new))
        .param("reasons", reasons.toArray(String[]::new))
        .param(
            "places",
            PLACES.stream().limit(order.size()).map(PayerSequence::name).toArray(String[]::new))
        .update();
    audit.record("set the order", "coverage", order, patient.value(), reason.strip());
  }

  // Of a policy that does not pay first.
  private @Nullable MedicareSecondReason medicareSecond(
      Coverage coverage, @Nullable MedicareSecondReason chosen) {
    if (!payers.get(coverage.payerId()).filing().isMedicare()) return null;
    var reason = chosen == null ? coverage.medicareSecond() : chosen;
    if (reason == null) {
      throw new CoverageRefusal(
          "Medicare does not pay first in this order. Choose why, or put %s first."
              .formatted(coverage.planName()));
    }
    return reason;
  }

  private static @Nullable String code(@Nullable MedicareSecondReason reason) {
    return reason == null ? null : reason.code();
  }

  /// Says why Medicare pays second, for a policy on which it was not said or is said wrong.
  ///
  /// @throws CoverageRefusal when it is no policy of Medicare, or pays first
  public void correctMedicareSecond(
      long coverageId, MedicareSecondReason medicareSecond, String reason) {
    var coverage = get(coverageId);
    if (!payers.get(coverage.payerId()).filing().isMedicare()) {
      throw new CoverageRefusal("Only a policy of Medicare says why it pays second.");
    }
    if (coverage.sequence() == PayerSequence.PRIMARY) {
      throw new CoverageRefusal(
          "%s pays first. Set the order of the coverages, and say there why Medicare pays second."
              .formatted(coverage.planName()));
    }
    jdbc.sql(
            """
            update coverage set medicare_second = :code, version = version + 1
            where coverage_id = :id
            """)
        .param("code", medicareSecond.code())
        .param("id", coverageId)
        .update();
    audit.record(
        "corrected why Medicare is second",
        "coverage",
        coverageId,
        coverage.patientId().value(),
        reason);
  }

  /// Corrects the member id of a policy.
  public void correctMemberId(long coverageId, MemberId memberId, String reason) {
    var coverage = get(coverageId);
    jdbc.sql(
            "update coverage set member_id = :member, version = version + 1 where coverage_id ="
                + " :id")
        .param("member", memberId.value())
        .param("id", coverageId)
        .update();
    audit.record(
        "corrected member id", "coverage", coverageId, coverage.patientId().value(), reason);
  }

  /// Corrects the carrier's accident number of a policy.
  public void correctCasualtyNumber(long coverageId, String number, String reason) {
    var coverage = get(coverageId);
    jdbc.sql(
            """
            update coverage set property_casualty_claim_number = :number, version = version + 1
            where coverage_id = :id
            """)
        .param("number", number)
        .param("id", coverageId)
        .update();
    audit.record(
        "corrected accident number", "coverage", coverageId, coverage.patientId().value(), reason);
  }

  /// Ends a policy: from that day on it covers nothing.
  public void end(long coverageId, LocalDate until, String reason) {
    var coverage = get(coverageId);
    jdbc.sql(
            """
            update coverage set effective = daterange(lower(effective), :until), version = version + 1
            where coverage_id = :id
            """)
        .param("until", until)
        .param("id", coverageId)
        .update();
    audit.record("ended", "coverage", coverageId, coverage.patientId().value(), reason);
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
            join lateral (%s where c.patient_id = own.record) v on true
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

  /// The primary policy on a day of service, with its subscriber as of that day; empty for a
  /// patient who pays alone.
  @Transactional(readOnly = true)
  public Optional<Coverage> primary(PatientId patient, LocalDate servedOn) {
    return ofPatient(patient, servedOn).stream()
        .filter(c -> c.sequence() == PayerSequence.PRIMARY && c.period().contains(servedOn))
        .findFirst();
  }

  /// The policy that comes after another on a day of service, with its subscriber as of that day;
  /// empty when that one is the last.
  @Transactional(readOnly = true)
  public Optional<Coverage> next(Coverage coverage, LocalDate servedOn) {
    return ofPatient(coverage.patientId(), servedOn).stream()
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
