package org.cleanclaim.app.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.deadline.Deadlines;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the practice's policy of patient billing.
@Component
@Transactional
public class BillingPolicies {
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Deadlines deadlines;
  private final Clock clock;

  BillingPolicies(JdbcClient jdbc, AuditTrail audit, Deadlines deadlines, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /// A policy as it was saved.
  ///
  /// @param changes what differs from the one saved before, a line for each value
  public record Saved(
      BillingPolicy policy,
      LocalDate effectiveOn,
      String savedBy,
      Instant savedAt,
      List<String> changes) {
    public Saved {
      changes = List.copyOf(changes);
    }
  }

  /// The policy in force today: the one saved last of those whose day has come.
  @Transactional(readOnly = true)
  public BillingPolicy current() {
    return jdbc.sql(
            """
            select * from billing_policy
            where effective_on <= :today
            order by version desc
            limit 1
            """)
        .param("today", deadlines.today())
        .query(BillingPolicies::policy)
        .optional()
        .orElseGet(BillingPolicy::standard);
  }

  /// The policy that was saved last, from which the next change goes out; it may hold from a later
  /// day.
  @Transactional(readOnly = true)
  public BillingPolicy latest() {
    var saved = history();
    return saved.isEmpty() ? BillingPolicy.standard() : saved.getFirst().policy();
  }

  /// All that were saved, the last first.
  @Transactional(readOnly = true)
  public List<Saved> history() {
    var saved = new ArrayList<Saved>();
    jdbc.sql("select * from billing_policy order by version")
        .query(
            (RowCallbackHandler)
                row -> {
                  var policy = policy(row, 0);
                  var before =
                      saved.isEmpty() ? BillingPolicy.standard() : saved.getLast().policy();
                  saved.add(
                      new Saved(
                          policy,
                          row.getObject("effective_on", LocalDate.class),
                          row.getString("saved_by"),
                          row.getTimestamp("saved_at").toInstant(),
                          PolicyField.changes(before, policy)));
                });
    return saved.reversed();
  }

  /// Saves a policy that was read with its version. What holds today and before stays on record.
  ///
  /// @param from the day from which it holds, today at the earliest
  /// @throws BillingRefusal when a value is out of its bounds, or somebody else has saved one
  ///   meanwhile
  public BillingPolicy save(BillingPolicy policy, LocalDate from) {
    AccessDeniedForActor.unless(Permission.APPROVE_REFUND);
    PolicyField.flaws(policy).values().stream()
        .findFirst()
        .ifPresent(flaw -> {
          throw new BillingRefusal(flaw);
        });
    if (from.isBefore(deadlines.today())) {
      throw new BillingRefusal(
          "What is past was done by the policy before: choose today or later.");
    }
    boolean isRead = latest().version() == policy.version();
    if (!isRead || insert(policy, from) == 0) {
      throw new BillingRefusal("Somebody has changed the policy meanwhile. Read it and try again.");
    }
    var saved = history().getFirst();
    audit.record(
        "saved",
        "billing policy",
        saved.policy().version(),
        null,
        String.join("; ", saved.changes()));
    return saved.policy();
  }

  private int insert(BillingPolicy policy, LocalDate from) {
    return jdbc.sql(
            """
            insert into billing_policy (days_to_pay, cycle_days, statements_before_collection, collection_days,
              is_charitable_hospital, small_balance, small_balance_days, small_balance_yearly, plan_most_months,
              plan_least_instalment, plan_grace_days, plan_missed_limit, link_days, dispute_answer_days, credit_days,
              poverty_base, poverty_per_person, poverty_source, assistance_tiers, saved_by, saved_at, version,
              effective_on)
            values (:daysToPay, :cycle, :statements, :collection, :charitable, :small, :smallDays, :smallYearly, :months,
              :instalment, :grace, :missed, :link, :dispute, :credit, :base, :person, :source, :tiers, :actor, :now, :version,
              :from)
            on conflict (organization_id, version) do nothing
            """)
        .param("daysToPay", policy.daysToPay())
        .param("cycle", policy.cycleDays())
        .param("statements", policy.statementsBeforeCollection())
        .param("collection", policy.collectionDays())
        .param("charitable", policy.isCharitableHospital())
        .param("small", policy.smallBalance().toBigDecimal())
        .param("smallDays", policy.smallBalanceDays())
        .param("smallYearly", policy.smallBalanceYearly().toBigDecimal())
        .param("months", policy.planMostMonths())
        .param("instalment", policy.planLeastInstalment().toBigDecimal())
        .param("grace", policy.planGraceDays())
        .param("missed", policy.planMissedLimit())
        .param("link", policy.linkDays())
        .param("dispute", policy.disputeAnswerDays())
        .param("credit", policy.creditDays())
        .param("base", policy.povertyBase().toBigDecimal())
        .param("person", policy.povertyPerPerson().toBigDecimal())
        .param("source", policy.povertySource())
        .param("tiers", policy.tiersText())
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .param("version", policy.version() + 1)
        .param("from", from)
        .update();
  }

  private static BillingPolicy policy(ResultSet row, int n) throws SQLException {
    return new BillingPolicy(
        row.getInt("days_to_pay"),
        row.getInt("cycle_days"),
        row.getInt("statements_before_collection"),
        row.getInt("collection_days"),
        row.getBoolean("is_charitable_hospital"),
        Rows.money(row, "small_balance"),
        row.getInt("small_balance_days"),
        Rows.money(row, "small_balance_yearly"),
        row.getInt("plan_most_months"),
        Rows.money(row, "plan_least_instalment"),
        row.getInt("plan_grace_days"),
        row.getInt("plan_missed_limit"),
        row.getInt("link_days"),
        row.getInt("dispute_answer_days"),
        row.getInt("credit_days"),
        Rows.money(row, "poverty_base"),
        Rows.money(row, "poverty_per_person"),
        row.getString("poverty_source"),
        AssistanceTier.read(row.getString("assistance_tiers")),
        row.getInt("version"));
  }
}
