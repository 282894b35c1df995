package org.cleanclaim.app.staff;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.storage.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which queues take a credential, who may work a chart in spite of it, and whether somebody
/// qualifies.
@Component
@Transactional
public class QueueRules {
  private static final Set<String> SETTINGS = Set.of("OUTPATIENT", "EMERGENCY", "INPATIENT");

  /// One person allowed to work one visit's chart in spite of the rules.
  public record Allowance(
      String visitNumber, String userName, String reason, String grantedBy, Instant grantedAt) {}

  private final JdbcClient jdbc;
  private final Staff staff;
  private final Credentials credentials;
  private final AuditTrail audit;
  private final Clock clock;

  QueueRules(JdbcClient jdbc, Staff staff, Credentials credentials, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.staff = staff;
    this.credentials = credentials;
    this.audit = audit;
    this.clock = clock;
  }

  /// Sets what a queue takes, in place of what it took.
  ///
  /// @param specialty null for every specialty of the setting
  /// @throws StaffRefusal when a credential is not known, with the nearest that are
  public void put(String setting, @Nullable String specialty, List<String> anyOf) {
    check(setting, anyOf);
    var entered = new ArrayList<>(credentials.known());
    all().forEach(r -> entered.addAll(r.credentials()));
    CredentialNames.require(anyOf, entered);
    putUnlisted(setting, specialty, anyOf);
  }

  /// As [#put], where a credential that the program does not know is asked for.
  public void putUnlisted(String setting, @Nullable String specialty, List<String> anyOf) {
    check(setting, anyOf);
    jdbc.sql(
            """
            insert into queue_rule (setting, specialty, credentials) values (:setting, :specialty, :credentials)
            on conflict (organization_id, setting, specialty) do update set credentials = excluded.credentials
            """)
        .param("setting", setting)
        .param("specialty", specialty)
        .param("credentials", anyOf.toArray(String[]::new))
        .update();
    audit.record(
        "set queue rule",
        "queue rule",
        setting + (specialty == null ? "" : " " + specialty),
        null,
        String.join(" or ", anyOf));
  }

  private static void check(String setting, List<String> anyOf) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    if (!SETTINGS.contains(setting)) {
      throw new StaffRefusal("The setting is OUTPATIENT, EMERGENCY or INPATIENT.");
    }
    if (anyOf.isEmpty() || !anyOf.stream().allMatch(c -> c.matches(CredentialEntry.LETTERS))) {
      throw new StaffRefusal(
          "A rule needs credentials of two to ten capital letters, for example CCS, CIC.");
    }
  }

  public void remove(UUID publicId, String reason) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    var rule = all().stream().filter(r -> r.publicId().equals(publicId)).findFirst().orElseThrow();
    jdbc.sql("delete from queue_rule where public_id = :id").param("id", publicId).update();
    audit.record("removed queue rule", "queue rule", rule.queue(), null, reason);
  }

  @Transactional(readOnly = true)
  public List<QueueRule> all() {
    return jdbc.sql(
            """
            select public_id, setting, specialty, credentials
            from queue_rule
            order by setting, specialty nulls first
            """)
        .query((row, n) ->
            new QueueRule(
                row.getObject("public_id", UUID.class),
                row.getString("setting"),
                row.getString("specialty"),
                Arrays.asList((String[]) row.getArray("credentials").getArray())))
        .list();
  }

  /// Lets one person work one visit's chart in spite of the rules.
  public void allow(String visitNumber, String userName, String reason) {
    AccessDeniedForActor.unless(Permission.MANAGE_USERS);
    if (visitNumber.isBlank() || userName.isBlank()) {
      throw new StaffRefusal("An exception needs the visit's number and the person's user name.");
    }
    if (reason.strip().length() < 5) {
      throw new StaffRefusal("An exception needs a reason of at least five characters.");
    }
    String user = userName.strip().toLowerCase(Locale.ROOT);
    if (staff.ofUser(user).filter(staff::isEmployedToday).isEmpty()) {
      throw new StaffRefusal(
          "Nobody who is employed today signs in as %s. Look at the list of the staff."
              .formatted(user));
    }
    int added =
        jdbc.sql(
                """
                insert into queue_exception (visit_number, user_name, reason, granted_by, granted_at)
                values (:visit, :user, :reason, :actor, :now)
                on conflict (organization_id, visit_number, user_name) do nothing
                """)
            .param("visit", visitNumber.strip())
            .param("user", user)
            .param("reason", reason.strip())
            .param("actor", Acting.actor().name())
            .param("now", Timestamp.from(clock.instant()))
            .update();
    if (added == 1) {
      audit.record(
          "allowed " + user + " in spite of the queue rules",
          "visit",
          visitNumber.strip(),
          null,
          reason.strip());
    }
  }

  /// A page of the exceptions, the latest first.
  @Transactional(readOnly = true)
  public ListPage<Allowance> allowances(int page) {
    return ListPage.of(
        jdbc.sql(
            """
            select visit_number, user_name, reason, granted_by, granted_at
            from queue_exception
            order by granted_at desc, visit_number, user_name
            """
                + ListPage.PART),
        (row, n) ->
            new Allowance(
                row.getString("visit_number"),
                row.getString("user_name"),
                row.getString("reason"),
                row.getString("granted_by"),
                row.getTimestamp("granted_at").toInstant()),
        page);
  }

  /// Why the actor may not work a chart, in a sentence that names the missing credential; empty
  /// when nothing stands against it. Parts of the system are not asked for credentials.
  @Transactional(readOnly = true)
  public Optional<String> refusal(String setting, String specialty, String visitNumber) {
    return permit().refusal(setting, specialty, visitNumber);
  }

  /// Which charts the actor may work today, read once for many charts.
  @Transactional(readOnly = true)
  public QueuePermit permit() {
    var actor = Acting.actor();
    return actor.isSystem() ? QueuePermit.ofSystem() : permit(actor.name());
  }

  /// Which charts a user may work today.
  @Transactional(readOnly = true)
  public QueuePermit permit(String userName) {
    var member = staff.ofUser(userName);
    return new QueuePermit(
        all(),
        member,
        member.map(m -> credentials.ofMember(m.id())).orElse(List.of()),
        allowed(userName),
        today());
  }

  /// The day in the practice's time zone.
  @Transactional(readOnly = true)
  public LocalDate today() {
    return staff.today();
  }

  /// Visits that a user may work in spite of the rules.
  private Set<String> allowed(String userName) {
    return Set.copyOf(
        jdbc.sql("select visit_number from queue_exception where user_name = :user")
            .param("user", userName)
            .query(String.class)
            .list());
  }
}
