package org.cleanclaim.app.authorization;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.storage.ReadOnce;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The authorizations and referrals on file.
@Component
@Transactional
public class Authorizations {
  private final JdbcClient jdbc;
  private final Organizations organizations;
  private final ApplicationEventPublisher events;
  private final AuditTrail audit;
  private final Clock clock;
  private final ReadOnce<PatientId, List<Authorization>> onFile = new ReadOnce<>(this::read);

  Authorizations(
      JdbcClient jdbc,
      Organizations organizations,
      ApplicationEventPublisher events,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.organizations = organizations;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /// Records one.
  ///
  /// @throws AuthorizationRefusal when the patient has the payer's number for such services and
  ///   days already
  public Authorization add(PatientId patient, long payerId, AuthorizationEntry entry) {
    AccessDeniedForActor.unless(Permission.KEEP_AUTHORIZATION);
    if (ofPatient(patient).stream().anyMatch(a -> isSameLeave(a, payerId, entry))) throw taken();
    UUID id = insert(patient, payerId, entry, null);
    audit.record("added", "authorization", id, patient.value(), entry.status().title());
    events.publishEvent(new AuthorizationsChanged(patient, payerId));
    return find(id).orElseThrow();
  }

  /// What a payer gave beside another in its answer to one request; whoever asked had the right to.
  void addGiven(Authorization beside, long request, AuthorizationEntry entry, String words) {
    UUID id = insert(beside.patientId(), beside.payerId(), entry, request);
    audit.record(
        "took over the payer's answer", "authorization", id, beside.patientId().value(), words);
    events.publishEvent(new AuthorizationsChanged(beside.patientId(), beside.payerId()));
  }

  /// What the payer gave beside what was asked for, in its answers to the requests for it.
  List<Authorization> givenBeside(Authorization asked) {
    return jdbc.sql(
            AuthorizationRows.SELECT
                + """
                join authorization_request r on r.authorization_request_id = a.authorization_request_id
                where r.payer_authorization_id = :id
                order by a.payer_authorization_id
                """)
        .param("id", asked.id())
        .query(AuthorizationRows::row)
        .list();
  }

  /// What one was asked for together with: all that the payer's answers to its requests made, but
  /// for itself.
  @Transactional(readOnly = true)
  public List<Authorization> together(Authorization one) {
    var asked =
        jdbc.sql(
                AuthorizationRows.SELECT
                    + """
                    where a.payer_authorization_id = (
                      select r.payer_authorization_id
                      from payer_authorization own
                        join authorization_request r using (authorization_request_id)
                      where own.payer_authorization_id = :id)
                    """)
            .param("id", one.id())
            .query(AuthorizationRows::row)
            .optional()
            .orElse(one);
    return Stream.concat(Stream.of(asked), givenBeside(asked).stream())
        .filter(a -> a.id() != one.id())
        .toList();
  }

  /// What is on file of the same leave of the payer, beside one.
  List<Authorization> sameLeave(Authorization one, AuthorizationEntry entry) {
    return ofPatient(one.patientId()).stream()
        .filter(a -> a.id() != one.id() && isSameLeave(a, one.payerId(), entry))
        .toList();
  }

  private static boolean isSameLeave(Authorization one, long payerId, AuthorizationEntry entry) {
    return one.payerId() == payerId && one.entry().isSameLeave(entry);
  }

  private UUID insert(
      PatientId patient, long payerId, AuthorizationEntry entry, @Nullable Long request) {
    try {
      return with(
              jdbc.sql(
                  """
                  insert into payer_authorization (patient_id, payer_id, kind, status, number, source, services,
                    units_approved, valid_from, valid_through, contact, note, saved_by, saved_at,
                    authorization_request_id)
                  values (:patient, :payer, :kind, :status, :number, :source, :services, :units, :from, :through,
                    :contact, :note, :actor, :now, :request)
                  returning public_id
                  """),
              entry)
          .param("patient", patient.value())
          .param("payer", payerId)
          .param("request", request)
          .query(UUID.class)
          .single();
    } catch (DuplicateKeyException e) {
      throw taken();
    }
  }

  /// Changes one as it stood when somebody last saw it.
  ///
  /// @param version that was seen
  /// @throws AuthorizationRefusal when somebody else changed it meanwhile
  public Authorization change(UUID id, int version, AuthorizationEntry entry, String reason) {
    AccessDeniedForActor.unless(Permission.KEEP_AUTHORIZATION);
    var before = find(id).orElseThrow();
    if (!sameLeave(before, entry).isEmpty()) throw taken();
    int changed;
    try {
      changed =
          with(
                  jdbc.sql(
                      """
                      update payer_authorization
                      set kind = :kind, status = :status, number = :number, source = :source, services = :services,
                        units_approved = :units, valid_from = :from, valid_through = :through, contact = :contact,
                        note = :note, saved_by = :actor, saved_at = :now, version = version + 1
                      where public_id = :id and version = :version
                      """),
                  entry)
              .param("id", id)
              .param("version", version)
              .update();
    } catch (DuplicateKeyException e) {
      throw taken();
    }
    if (changed == 0) {
      throw new AuthorizationRefusal(
          "Somebody changed the authorization meanwhile. Open it again and repeat the change.");
    }
    audit.record("changed", "authorization", id, before.patientId().value(), reason);
    events.publishEvent(new AuthorizationsChanged(before.patientId(), before.payerId()));
    return find(id).orElseThrow();
  }

  /// Takes over what the payer answered to a request; whoever asked had the right to.
  void takeOver(Authorization one, AuthorizationEntry entry, String words) {
    with(
            jdbc.sql(
                """
                update payer_authorization
                set kind = :kind, status = :status, number = :number, source = :source, services = :services,
                  units_approved = :units, valid_from = :from, valid_through = :through, contact = :contact,
                  note = :note, saved_by = :actor, saved_at = :now, version = version + 1
                where payer_authorization_id = :id
                """),
            entry)
        .param("id", one.id())
        .update();
    audit.record(
        "took over the payer's answer",
        "authorization",
        one.publicId(),
        one.patientId().value(),
        words);
    events.publishEvent(new AuthorizationsChanged(one.patientId(), one.payerId()));
  }

  private StatementSpec with(StatementSpec statement, AuthorizationEntry entry) {
    return statement
        .param("kind", entry.kind().name())
        .param("status", entry.status().name())
        .param("number", entry.number())
        .param("source", entry.source().name())
        .param(
            "services",
            entry.services().stream().map(ServiceRange::toString).toArray(String[]::new))
        .param("units", entry.unitsApproved())
        .param("from", entry.validFrom())
        .param("through", entry.validThrough())
        .param("contact", entry.contact())
        .param("note", entry.note())
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()));
  }

  private static AuthorizationRefusal taken() {
    return new AuthorizationRefusal(
        "The patient has this number of the payer on file already for such services and days. Open"
            + " that one and change it.");
  }

  @Transactional(readOnly = true)
  public Optional<Authorization> find(UUID id) {
    return jdbc.sql(AuthorizationRows.SELECT + "where a.public_id = :id")
        .param("id", id)
        .query(AuthorizationRows::row)
        .optional();
  }

  List<Authorization> ofIds(Set<Long> ids) {
    return jdbc.sql(
            AuthorizationRows.SELECT
                + """
                where a.payer_authorization_id = any (:ids)
                order by a.payer_authorization_id
                """)
        .param("ids", ids.toArray(Long[]::new))
        .query(AuthorizationRows::row)
        .list();
  }

  /// Those of a filter, the ones that end first at the top. One that runs out is not listed as such
  /// when another was asked for or given in its place, unless claims use more than it gives.
  @Transactional(readOnly = true)
  public List<Authorization> list(AuthorizationFilter filter) {
    var today = today();
    var listed =
        jdbc
            .sql(
                AuthorizationRows.SELECT
                    + """
                    where (:payer::text is null or y.slug = :payer)
                      and (:words::text is null or strpos(lower(p.last_name || ', ' || p.first_name), lower(:words)) > 0
                        or strpos(lower(coalesce(a.number, '')), lower(:words)) > 0)
                      and (not :given or a.status in ('APPROVED', 'PARTIAL')
                        and coalesce(a.valid_through >= :today, true))
                    order by a.valid_through nulls last, a.payer_authorization_id
                    """)
            .param("payer", filter.payer())
            .param("words", filter.words())
            .param("given", filter.isRunningOut())
            .param("today", today)
            .query(AuthorizationRows::row)
            .list()
            .stream()
            .filter(a -> filter.status() == null || a.status(today) == filter.status())
            .filter(a -> !filter.isRunningOut() || a.runOut(today) != RunOut.NONE)
            .toList();
    return filter.isRunningOut() ? withoutThoseTakenOver(listed, today) : listed;
  }

  private List<Authorization> withoutThoseTakenOver(List<Authorization> all, LocalDate today) {
    var onFile = read(all.stream().map(Authorization::patientId).collect(Collectors.toSet()));
    return all.stream()
        .filter(a ->
            a.runOut(today) == RunOut.OVERDRAWN
                || onFile.getOrDefault(a.patientId(), List.of()).stream()
                    .noneMatch(later -> later.takesOverFrom(a, today)))
        .toList();
  }

  @Transactional(readOnly = true)
  public List<Authorization> ofPatient(PatientId patient) {
    return onFile.find(patient).orElse(List.of());
  }

  /// Reads those of patients that will be asked for.
  @Transactional(readOnly = true)
  public void ahead(Collection<PatientId> patients) {
    onFile.ahead(patients);
  }

  /// What claims use of them is being changed.
  void forget() {
    onFile.forget();
  }

  private Map<PatientId, List<Authorization>> read(Set<PatientId> patients) {
    var found = new HashMap<PatientId, List<Authorization>>();
    jdbc.sql(
            """
            select asked.patient as asked_for, v.*
            from unnest(:patients::bigint[]) as asked (patient)
            cross join lateral same_person(asked.patient) as own (record)
            join lateral (%s where a.patient_id = own.record) v on true
            order by asked.patient, v.valid_from desc, v.payer_authorization_id
            """
                .formatted(AuthorizationRows.SELECT))
        .param("patients", patients.stream().map(PatientId::value).toArray(Long[]::new))
        .query((row, n) ->
            found
                .computeIfAbsent(
                    new PatientId(row.getLong("asked_for")), asked -> new ArrayList<>())
                .add(AuthorizationRows.row(row, n)))
        .list();
    return found;
  }

  /// Those that the payer gave for a patient, with the units that claims other than one use.
  ///
  /// @param claimId the claim whose own use does not count; null for one that is not frozen yet
  @Transactional(readOnly = true)
  public List<Authorization> given(PatientId patient, long payerId, @Nullable Long claimId) {
    return ofPatient(patient).stream()
        .filter(a -> a.payerId() == payerId && a.entry().status().isGiven())
        .map(a -> claimId == null ? a : withoutUseOf(a, claimId))
        .toList();
  }

  private Authorization withoutUseOf(Authorization one, long claimId) {
    BigDecimal own =
        jdbc.sql(
                """
                select coalesce(sum(units), 0) from authorization_use
                where payer_authorization_id = :id and claim_id = :claim and reversed_at is null
                """)
            .param("id", one.id())
            .param("claim", claimId)
            .query(BigDecimal.class)
            .single();
    return new Authorization(
        one.id(),
        one.publicId(),
        one.patientId(),
        one.patient(),
        one.patientPublicId(),
        one.payerId(),
        one.payer(),
        one.entry(),
        one.unitsUsed().subtract(own),
        one.version());
  }

  /// Today at the practice.
  @Transactional(readOnly = true)
  public LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of(organizations.current().timeZone())));
  }
}
