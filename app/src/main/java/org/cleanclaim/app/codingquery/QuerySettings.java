package org.cleanclaim.app.codingquery;

import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.access.UserAccounts;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.kernel.identifier.Npi;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The organization's rules for queries: how long providers have, and who signs in for which
/// provider.
@Component
@Transactional
public class QuerySettings {
  private static final List<String> SETTINGS = List.of("OUTPATIENT", "EMERGENCY", "INPATIENT");
  private static final int LONGEST_DAYS = 60;

  /// Somebody who answers the queries to a provider.
  public record AnsweringUser(String userName, String providerNpi) {}

  /// Whether spoken answers are signed.
  public enum SignatureRule {
    REQUIRED,
    NOT_REQUIRED
  }

  private final JdbcClient jdbc;
  private final UserAccounts users;
  private final AuditTrail audit;

  QuerySettings(JdbcClient jdbc, UserAccounts users, AuditTrail audit) {
    this.jdbc = jdbc;
    this.users = users;
    this.audit = audit;
  }

  /// The deadline of each kind of visit.
  @Transactional(readOnly = true)
  public List<QueryDeadline> deadlines() {
    return SETTINGS.stream().map(this::deadline).toList();
  }

  @Transactional(readOnly = true)
  public QueryDeadline deadline(String setting) {
    return jdbc.sql(
            """
            select setting, answer_days, escalate_days, escalate_to
            from query_deadline
            where setting = :setting
            """)
        .param("setting", setting)
        .query((row, n) ->
            new QueryDeadline(
                row.getString("setting"),
                row.getInt("answer_days"),
                row.getInt("escalate_days"),
                row.getString("escalate_to")))
        .optional()
        .orElseGet(() -> QueryDeadline.usual(setting));
  }

  /// Sets a deadline for queries that are sent from now on.
  public void set(QueryDeadline deadline) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    if (!SETTINGS.contains(deadline.setting())) {
      throw new QueryRefusal("The kind of visit is OUTPATIENT, EMERGENCY or INPATIENT.");
    }
    if (deadline.answerDays() < 1
        || deadline.answerDays() > LONGEST_DAYS
        || deadline.escalateDays() < 1
        || deadline.escalateDays() > LONGEST_DAYS) {
      throw new QueryRefusal("Business days lie between 1 and " + LONGEST_DAYS + ".");
    }
    if (deadline.escalateTo().isBlank()) {
      throw new QueryRefusal("Say to whom a query goes that nobody answers.");
    }
    jdbc.sql(
            """
            insert into query_deadline (setting, answer_days, escalate_days, escalate_to)
            values (:setting, :answer, :escalate, :to)
            on conflict (organization_id, setting) do update
            set answer_days = :answer, escalate_days = :escalate, escalate_to = :to
            """)
        .param("setting", deadline.setting())
        .param("answer", deadline.answerDays())
        .param("escalate", deadline.escalateDays())
        .param("to", deadline.escalateTo().strip())
        .update();
    audit.record(
        "set query deadline",
        "query deadline",
        deadline.setting(),
        null,
        "%d business days, then %d until %s"
            .formatted(
                deadline.answerDays(), deadline.escalateDays(), deadline.escalateTo().strip()));
  }

  /// Whether an answer that somebody else wrote down needs the provider's signature before the
  /// codes are final.
  @Transactional(readOnly = true)
  public boolean needsSignature() {
    return jdbc.sql("select is_required from query_signature")
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /// Says whether spoken answers need a signature; those that wait for one need it at once.
  public void requireSignature(SignatureRule rule) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    jdbc.sql(
            """
            insert into query_signature (is_required) values (:required)
            on conflict (organization_id) do update set is_required = :required
            """)
        .param("required", rule == SignatureRule.REQUIRED)
        .update();
    audit.record("set signature of spoken answers", "query signature", rule.name(), null, null);
  }

  /// Says for which provider a user with the role answers.
  public void link(String userName, Npi provider) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    boolean isProvider =
        users.all().stream()
            .anyMatch(u -> u.userName().equals(userName) && u.roles().contains(Role.PROVIDER));
    if (!isProvider) {
      throw new QueryRefusal(
          "There is no user of that name with the role Provider. Look at the list of users.");
    }
    jdbc.sql(
            """
            insert into query_provider (user_name, provider_npi)
            values (:user, :npi)
            on conflict (organization_id, user_name) do update
            set provider_npi = :npi
            """)
        .param("user", userName)
        .param("npi", provider.value())
        .update();
    audit.record("linked provider " + provider.value(), "user", userName, null, null);
  }

  /// The user answers for no provider any more.
  public void unlink(String userName) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    int links =
        jdbc.sql("delete from query_provider where user_name = :user")
            .param("user", userName)
            .update();
    if (links > 0) audit.record("unlinked provider", "user", userName, null, null);
  }

  @Transactional(readOnly = true)
  public List<AnsweringUser> answering() {
    return jdbc.sql("select user_name, provider_npi from query_provider order by user_name")
        .query((row, n) ->
            new AnsweringUser(row.getString("user_name"), row.getString("provider_npi")))
        .list();
  }

  /// The NPI of the provider for whom the user answers.
  @Transactional(readOnly = true)
  public Optional<String> providerOf(String userName) {
    return jdbc.sql("select provider_npi from query_provider where user_name = :user")
        .param("user", userName)
        .query(String.class)
        .optional();
  }
}
