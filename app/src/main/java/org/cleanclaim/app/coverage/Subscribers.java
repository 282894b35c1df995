package org.cleanclaim.app.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.patient.RegistrationChanged;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who holds the policies of patients, by date: one at a time. Claims take whoever held it on the
/// day of service; a change never touches a claim that was billed.
@Component
@Transactional
public class Subscribers {
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Subscribers(JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// From a day on somebody else holds the policy, or the same under other facts; what held before
  /// ends the day before. From the first day of the policy it is a correction of all.
  ///
  /// @throws CoverageRefusal when the day lies outside the policy, or no reason is given
  public void from(LocalDate day, Coverage coverage, Subscriber subscriber, String reason) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    if (!coverage.period().contains(day)) {
      throw new CoverageRefusal(
          "The policy is not in force on %s. Choose a day from %s on, or end it and add another."
              .formatted(day, coverage.period().from()));
    }
    if (reason.strip().length() < 5) {
      throw new CoverageRefusal("Say in five characters or more why it is changed.");
    }
    jdbc.sql(
            """
            update subscriber set superseded_at = :now, superseded_by = :actor
            where coverage_id = :coverage and superseded_at is null and lower(effective) >= :day
            """)
        .param("now", now())
        .param("actor", Acting.actor().name())
        .param("coverage", coverage.id())
        .param("day", day)
        .update();
    jdbc.sql(
            """
            update subscriber set effective = daterange(lower(effective), :day)
            where coverage_id = :coverage and superseded_at is null and effective @> cast(:day as date)
            """)
        .param("day", day)
        .param("coverage", coverage.id())
        .update();
    insert(coverage.id(), subscriber, day, reason.strip());
    // Payers are asked again about a policy that was changed.
    jdbc.sql("update coverage set version = version + 1 where coverage_id = :coverage")
        .param("coverage", coverage.id())
        .update();
    audit.record(
        "set subscriber", "coverage", coverage.id(), coverage.patientId().value(), "from " + day);
    events.publishEvent(
        new RegistrationChanged(Acting.actor().organizationId(), coverage.patientId().value()));
  }

  /// Whoever holds a new policy, from its first day.
  void begin(long coverageId, Coverage typed) {
    insert(
        coverageId,
        new Subscriber(
            new java.util.UUID(0, 0),
            coverageId,
            typed.relationship(),
            typed.subscriberName(),
            typed.subscriberBornOn(),
            typed.subscriberSex(),
            typed.subscriberAddress(),
            typed.period(),
            "",
            "",
            clock.instant(),
            null),
        typed.period().from(),
        "");
  }

  private void insert(long coverageId, Subscriber subscriber, LocalDate day, String reason) {
    var address = subscriber.address();
    jdbc.sql(
            """
            insert into subscriber (coverage_id, relationship, last_name, first_name, is_organization, born_on, sex,
              address_line, city, state, postal_code, effective, reason, saved_by, saved_at)
            values (:coverage, :relationship, :last, :first, :isOrganization, :bornOn, :sex, :line, :city, :state, :zip,
              daterange(:day, null), :reason, :actor, :now)
            """)
        .param("coverage", coverageId)
        .param("relationship", subscriber.relationship().name())
        .param(
            "last",
            switch (subscriber.name()) {
              case null -> null;
              case PersonName person -> person.last();
              case OrganizationName organization -> organization.name();
            })
        .param("first", subscriber.name() instanceof PersonName person ? person.first() : null)
        .param("isOrganization", subscriber.name() instanceof OrganizationName)
        .param("bornOn", subscriber.bornOn())
        .param("sex", subscriber.sex() == null ? null : subscriber.sex().name())
        .param("line", address == null ? null : address.line1())
        .param("city", address == null ? null : address.city())
        .param("state", address == null ? null : address.state())
        .param("zip", address == null ? null : address.postalCode())
        .param("day", day)
        .param("reason", reason)
        .param("actor", Acting.actor().name())
        .param("now", now())
        .update();
  }

  /// All that ever held a policy, the latest first, corrected ones after what holds.
  @Transactional(readOnly = true)
  public List<Subscriber> ofCoverage(long coverageId) {
    return jdbc.sql(
            """
            select public_id, coverage_id, relationship, last_name, first_name, is_organization, born_on, sex, address_line,
              city, state, postal_code, lower(effective) as from_day, upper(effective) as until_day, reason, saved_by,
              saved_at, superseded_at
            from subscriber
            where coverage_id = :coverage
            order by superseded_at is not null, lower(effective) desc, subscriber_id desc
            """)
        .param("coverage", coverageId)
        .query(Subscribers::subscriber)
        .list();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static Subscriber subscriber(ResultSet row, int n) throws SQLException {
    String sex = row.getString("sex");
    var superseded = row.getTimestamp("superseded_at");
    return new Subscriber(
        row.getObject("public_id", java.util.UUID.class),
        row.getLong("coverage_id"),
        Relationship.valueOf(row.getString("relationship")),
        name(row),
        row.getObject("born_on", LocalDate.class),
        sex == null ? null : Sex.valueOf(sex),
        address(row),
        new EffectivePeriod(
            row.getObject("from_day", LocalDate.class),
            row.getObject("until_day", LocalDate.class)),
        row.getString("reason"),
        row.getString("saved_by"),
        row.getTimestamp("saved_at").toInstant(),
        superseded == null ? null : superseded.toInstant());
  }

  /// The subscriber's name in a row; null when the patient is the subscriber.
  static @Nullable PartyName name(ResultSet row) throws SQLException {
    String last = row.getString("last_name");
    if (last == null) return null;
    return row.getBoolean("is_organization")
        ? new OrganizationName(last)
        : new PersonName(last, row.getString("first_name"), null, null);
  }

  /// The subscriber's own address in a row; null when it is the patient's.
  static @Nullable Address address(ResultSet row) throws SQLException {
    String line = row.getString("address_line");
    if (line == null) return null;
    return new Address(
        line, null, row.getString("city"), row.getString("state"), row.getString("postal_code"));
  }
}
