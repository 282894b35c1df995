package org.cleanclaim.app.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the practice's policy of patient billing.
@Component
@Transactional
public class BillingPolicies {
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  BillingPolicies(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /// The policy in force.
  @Transactional(readOnly = true)
  public BillingPolicy current() {
    return jdbc.sql("select * from billing_policy")
        .query(BillingPolicies::policy)
        .optional()
        .orElseGet(BillingPolicy::standard);
  }

  /// Saves a policy that was read with its version.
  ///
  /// @throws BillingRefusal when somebody else has saved one meanwhile
  public BillingPolicy save(BillingPolicy policy) {
    AccessDeniedForActor.unless(Permission.APPROVE_REFUND);
    if (current().version() != policy.version()) {
      throw new BillingRefusal("Somebody has changed the policy meanwhile. Read it and try again.");
    }
    jdbc.sql(
            """
            insert into billing_policy (days_to_pay, cycle_days, statements_before_collection, collection_days,
              is_charitable_hospital, small_balance, small_balance_days, small_balance_yearly, plan_most_months,
              plan_least_instalment, plan_grace_days, plan_missed_limit, link_days, dispute_answer_days, credit_days,
              poverty_base, poverty_per_person, poverty_source, assistance_tiers, saved_by, saved_at, version)
            values (:daysToPay, :cycle, :statements, :collection, :charitable, :small, :smallDays, :smallYearly, :months,
              :instalment, :grace, :missed, :link, :dispute, :credit, :base, :person, :source, :tiers, :actor, :now, 1)
            on conflict (organization_id) do update set days_to_pay = excluded.days_to_pay,
              cycle_days = excluded.cycle_days,
              statements_before_collection = excluded.statements_before_collection,
              collection_days = excluded.collection_days,
              is_charitable_hospital = excluded.is_charitable_hospital, small_balance = excluded.small_balance,
              small_balance_days = excluded.small_balance_days,
              small_balance_yearly = excluded.small_balance_yearly, plan_most_months = excluded.plan_most_months,
              plan_least_instalment = excluded.plan_least_instalment, plan_grace_days = excluded.plan_grace_days,
              plan_missed_limit = excluded.plan_missed_limit, link_days = excluded.link_days,
              dispute_answer_days = excluded.dispute_answer_days, credit_days = excluded.credit_days,
              poverty_base = excluded.poverty_base,
              poverty_per_person = excluded.poverty_per_person, poverty_source = excluded.poverty_source,
              assistance_tiers = excluded.assistance_tiers, saved_by = excluded.saved_by,
              saved_at = excluded.saved_at, version = billing_policy.version + 1
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
        .update();
    audit.record("saved", "billing policy", "current", null, null);
    return current();
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
