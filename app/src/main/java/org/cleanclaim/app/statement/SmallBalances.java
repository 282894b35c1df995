package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gives up small balances by policy: old enough, nothing disputed or under a plan, within the
/// year's limit for the patient, and never a share left by a federal program, whose copayments and
/// deductibles are not given up routinely (42 USC 1320a-7a(i)(6)).
@Component
@Transactional
public class SmallBalances {
  /// @param account of whom it is asked
  /// @param why what keeps it; empty when it is given up
  public record Outcome(UUID account, String name, Money amount, String why) {
    public boolean isGivenUp() {
      return why.isEmpty();
    }
  }

  private final JdbcClient jdbc;
  private final Households households;
  private final Standings standings;
  private final PaymentPlans plans;
  private final BillingPolicies policies;
  private final BillingDay days;
  private final CashApplication application;
  private final GivenUp givenUp;
  private final AuditTrail audit;

  SmallBalances(
      JdbcClient jdbc,
      Households households,
      Standings standings,
      PaymentPlans plans,
      BillingPolicies policies,
      BillingDay days,
      CashApplication application,
      GivenUp givenUp,
      AuditTrail audit) {
    this.jdbc = jdbc;
    this.households = households;
    this.standings = standings;
    this.plans = plans;
    this.policies = policies;
    this.days = days;
    this.application = application;
    this.givenUp = givenUp;
    this.audit = audit;
  }

  /// What the policy would give up on a day, and what it keeps and why; nothing is changed.
  @Transactional(readOnly = true)
  public List<Outcome> preview(LocalDate on) {
    var policy = policies.current();
    var outcomes = new ArrayList<Outcome>();
    for (PatientId patient : households.withBalance()) {
      var standing = standings.of(households.of(patient));
      if (isSmall(standing, policy)) outcomes.add(outcome(standing, policy, on));
    }
    return outcomes;
  }

  /// Gives up what the policy says on a day; whoever does it may write off.
  public List<Outcome> run(LocalDate on) {
    AccessDeniedForActor.unless(Permission.WRITE_OFF);
    days.requireCome(on, "What is given up");
    var policy = policies.current();
    var outcomes = new ArrayList<Outcome>();
    for (PatientId patient : households.withBalance()) {
      var household = households.of(patient);
      application.lock(household);
      var standing = standings.of(household);
      if (!isSmall(standing, policy)) continue;
      var outcome = outcome(standing, policy, on);
      if (outcome.isGivenUp()) giveUp(standing, on);
      outcomes.add(outcome);
    }
    return outcomes;
  }

  private static boolean isSmall(Standing standing, BillingPolicy policy) {
    return standing.balance().isPositive()
        && standing.balance().compareTo(policy.smallBalance()) <= 0;
  }

  private Outcome outcome(Standing standing, BillingPolicy policy, LocalDate on) {
    var household = standing.household();
    return new Outcome(
        household.holder().publicId(),
        household.responsible(),
        standing.balance(),
        obstacle(standing, policy, on));
  }

  private String obstacle(Standing standing, BillingPolicy policy, LocalDate on) {
    if (standing.disputed().isPositive()) return "In dispute";
    if (standing.waiting().isPositive()) return "Insurance is not done";
    if (!standing.due().equals(standing.balance())) return "Cash is not applied yet";
    if (plans.active(standing.household()).isPresent()) return "On a payment plan";
    if (standing.shares().stream().anyMatch(VisitShare::isFederal)) {
      return "Left by a federal program: never given up by routine";
    }
    if (standing.shares().stream().anyMatch(s -> s.age(on) < policy.smallBalanceDays())) {
      return "Not %d days old".formatted(policy.smallBalanceDays());
    }
    Money before = givenUpInYear(standing.household(), on.getYear());
    if (before.plus(standing.balance()).compareTo(policy.smallBalanceYearly()) > 0) {
      return "%s were given up this year already; the policy's limit is %s"
          .formatted(before, policy.smallBalanceYearly());
    }
    return "";
  }

  private void giveUp(Standing standing, LocalDate on) {
    var parts =
        standing.shares().stream()
            .filter(VisitShare::isDue)
            .map(s -> new GivenUp.Part(s, s.due()))
            .toList();
    long holder = standing.household().holderId();
    givenUp.post(
        parts,
        "SMALL_BALANCE",
        "Small balance",
        "policy of small balances",
        "small-balance-" + holder + "-" + on,
        on);
    audit.record("wrote off small balance", "patient", holder, holder, null);
  }

  private Money givenUpInYear(Household household, int year) {
    return jdbc.sql(
            """
            select coalesce(sum(e.amount), 0) as given
            from entry e
            join posting p using (posting_id)
            where e.account = 'WRITE_OFF' and p.kind = 'SMALL_BALANCE' and e.patient_id = any (:patients)
              and extract(year from p.effective_on) = :year
            """)
        .param("patients", household.recordIds())
        .param("year", year)
        .query((row, n) -> Rows.money(row, "given"))
        .single();
  }
}
