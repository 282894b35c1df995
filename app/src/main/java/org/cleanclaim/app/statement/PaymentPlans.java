package org.cleanclaim.app.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.statement.PaymentPlan.Instalment;
import org.cleanclaim.app.statement.PaymentPlan.Status;
import org.cleanclaim.app.statement.Statement.PlanPart;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Agrees payment plans and follows them. What is paid is read from the ledger, never noted.
@Component
@Transactional
public class PaymentPlans {
  /// A plan and the household that pays it.
  public record NamedPlan(PaymentPlan plan, Household household) {}

  private static final String PAID =
      """
      select coalesce(-sum(e.amount), 0) as paid
      from entry e
      join posting p using (posting_id)
      where e.account = 'UNAPPLIED_CASH' and e.patient_id = any (:patients)
        and p.kind in ('PATIENT_PAYMENT', 'PAYMENT_REVERSED')
      """;

  private final JdbcClient jdbc;
  private final Households households;
  private final Standings standings;
  private final BillingPolicies policies;
  private final BillingDay days;
  private final CashApplication application;
  private final PlanClocks clocks;
  private final AuditTrail audit;

  PaymentPlans(
      JdbcClient jdbc,
      Households households,
      Standings standings,
      BillingPolicies policies,
      BillingDay days,
      CashApplication application,
      PlanClocks clocks,
      AuditTrail audit) {
    this.jdbc = jdbc;
    this.households = households;
    this.standings = standings;
    this.policies = policies;
    this.days = days;
    this.application = application;
    this.clocks = clocks;
    this.audit = audit;
  }

  /// What a plan over some months would be.
  ///
  /// @throws BillingRefusal when the policy does not allow it
  @Transactional(readOnly = true)
  public List<Instalment> terms(Household household, int months, LocalDate firstDueOn) {
    var policy = policies.current();
    Money due = standings.of(household).due();
    if (!due.isPositive()) throw new BillingRefusal("Nothing is due that a plan could be about.");
    if (months < 1 || months > policy.planMostMonths()) {
      throw new BillingRefusal(
          "A plan runs over 1 to %d months by policy.".formatted(policy.planMostMonths()));
    }
    var schedule = PaymentPlan.schedule(due, months, firstDueOn);
    if (schedule.getLast().amount().compareTo(policy.planLeastInstalment()) < 0 && months > 1) {
      throw new BillingRefusal(
          "%d instalments of %s would be %s; the policy asks for at least %s."
              .formatted(months, due, schedule.getLast().amount(), policy.planLeastInstalment()));
    }
    return schedule;
  }

  /// Agrees a plan over what is due now.
  public PaymentPlan agree(
      Household household, int months, LocalDate firstDueOn, String note, LocalDate on) {
    AccessDeniedForActor.unlessEither(Permission.BILL_PATIENT, Permission.TAKE_PAYMENT);
    days.requireCome(on, "A plan");
    application.lock(household);
    if (active(household).isPresent()) {
      throw new BillingRefusal("There is a plan already. Cancel it before a new one is agreed.");
    }
    if (firstDueOn.isBefore(on))
      throw new BillingRefusal("The first instalment is due before the plan.");
    var schedule = terms(household, months, firstDueOn);
    Money total = Money.sum(schedule.stream().map(Instalment::amount).toList());
    long id =
        jdbc.sql(
                """
                insert into payment_plan (patient_id, total, agreed_on, note, status, paid_before, made_by)
                values (:patient, :total, :on, :note, 'ACTIVE', :paid, :actor)
                returning payment_plan_id
                """)
            .param("patient", household.holderId())
            .param("total", total.toBigDecimal())
            .param("on", on)
            .param("note", note.strip())
            .param("paid", paid(household).toBigDecimal())
            .param("actor", Acting.actor().name())
            .query(Long.class)
            .single();
    for (Instalment instalment : schedule) {
      jdbc.sql(
              """
              insert into payment_plan_instalment (payment_plan_id, number, due_on, amount)
              values (:plan, :number, :dueOn, :amount)
              """)
          .param("plan", id)
          .param("number", instalment.number())
          .param("dueOn", instalment.dueOn())
          .param("amount", instalment.amount().toBigDecimal())
          .update();
    }
    audit.record("agreed", "payment plan", id, household.holderId(), note);
    return active(household).orElseThrow();
  }

  /// Ends a plan by hand: all that is due is due at once again.
  public PaymentPlan cancel(UUID id, String why, LocalDate on) {
    AccessDeniedForActor.unless(Permission.BILL_PATIENT);
    if (why.isBlank()) throw new BillingRefusal("Say why the plan ends.");
    days.requireCome(on, "The end of a plan");
    var plan = find(id).orElseThrow();
    if (plan.status() != Status.ACTIVE) throw new BillingRefusal("The plan has ended already.");
    end(plan, Status.CANCELLED, why.strip(), on);
    return find(id).orElseThrow();
  }

  /// Looks at all plans on a day: one that is paid is complete; one with as many missed instalments
  /// as the policy bears is broken. A missed instalment has its clock.
  ///
  /// @return those that ended
  public List<PaymentPlan> review(LocalDate on) {
    days.requireCome(on, "A review of plans");
    var policy = policies.current();
    var ended = new ArrayList<PaymentPlan>();
    for (PaymentPlan plan : plans("where n.status = 'ACTIVE'", "").query(this::plan).list()) {
      int missed = plan.missed(on, policy.planGraceDays()).size();
      if (plan.isPaidUp()) end(plan, Status.COMPLETED, "All instalments are paid", on);
      else if (!standings.of(household(plan.patientId())).balance().isPositive()) {
        end(plan, Status.COMPLETED, "Nothing is owed any more", on);
      } else if (missed >= policy.planMissedLimit()) {
        end(plan, Status.BROKEN, missed + " instalments were missed", on);
      } else {
        look(plan);
        continue;
      }
      ended.add(find(plan.publicId()).orElseThrow());
    }
    return ended;
  }

  private void end(PaymentPlan plan, Status status, String why, LocalDate on) {
    jdbc.sql(
            """
            update payment_plan
            set status = :status, ended_on = :on, ended_why = :why, version = version + 1
            where payment_plan_id = :id and status = 'ACTIVE'
            """)
        .param("status", status.name())
        .param("on", on)
        .param("why", why)
        .param("id", plan.id())
        .update();
    audit.record("ended", "payment plan", plan.id(), plan.patientId(), why);
    look(find(plan.publicId()).orElseThrow());
  }

  private void look(PaymentPlan plan) {
    clocks.look(
        plan, household(plan.patientId()), policies.current().planGraceDays(), days.today());
  }

  /// Money of a household has moved: what it pays of its plan is missed no more.
  void look(Household household) {
    active(household).ifPresent(this::look);
  }

  /// A payment of a household came back: what it had paid of the plan is missed again.
  void cameBack(Household household, String why) {
    active(household)
        .ifPresent(plan -> {
          clocks.cameBack(plan, policies.current().planGraceDays(), days.today(), why);
          look(plan);
        });
  }

  @Transactional(readOnly = true)
  public Optional<PaymentPlan> active(Household household) {
    return of(household).stream().filter(p -> p.status() == Status.ACTIVE).findFirst();
  }

  @Transactional(readOnly = true)
  public List<PaymentPlan> of(Household household) {
    return plans("where n.patient_id = any (:patients)", "")
        .param("patients", household.recordIds())
        .query(this::plan)
        .list();
  }

  /// A page of all plans, those that run first, the latest before earlier ones.
  @Transactional(readOnly = true)
  public ListPage<PaymentPlan> list(int page) {
    return ListPage.of(plans("", ListPage.PART), this::plan, page);
  }

  /// A page of all plans with whom they are with.
  @Transactional(readOnly = true)
  public ListPage<NamedPlan> named(int page) {
    return list(page).map(this::named);
  }

  /// A page of those that run, with whom they are with.
  @Transactional(readOnly = true)
  public ListPage<NamedPlan> running(int page) {
    return ListPage.of(plans("where n.status = 'ACTIVE'", ListPage.PART), this::plan, page)
        .map(this::named);
  }

  private NamedPlan named(PaymentPlan plan) {
    return new NamedPlan(plan, household(plan.patientId()));
  }

  @Transactional(readOnly = true)
  public Optional<PaymentPlan> find(UUID id) {
    return plans("where n.public_id = :id", "").param("id", id).query(this::plan).optional();
  }

  Optional<PlanPart> partOf(Household household, LocalDate dueOn) {
    return active(household).map(p -> p.part(dueOn));
  }

  private Money paid(Household household) {
    return jdbc.sql(PAID)
        .param("patients", household.recordIds())
        .query((row, n) -> Rows.money(row, "paid"))
        .single();
  }

  private JdbcClient.StatementSpec plans(String condition, String part) {
    return jdbc.sql(
        """
        select n.*
        from payment_plan n
        %s
        order by n.status <> 'ACTIVE', n.payment_plan_id desc
        """
                .formatted(condition)
            + part);
  }

  private PaymentPlan plan(ResultSet row, int n) throws SQLException {
    long patientId = row.getLong("patient_id");
    long id = row.getLong("payment_plan_id");
    var household = household(patientId);
    var agreedOn = row.getObject("agreed_on", LocalDate.class);
    Money paid = paid(household).minus(Rows.money(row, "paid_before"));
    var plan =
        new PaymentPlan(
            id,
            row.getObject("public_id", UUID.class),
            patientId,
            Rows.money(row, "total"),
            agreedOn,
            row.getString("note"),
            Status.valueOf(row.getString("status")),
            paid.max(Money.ZERO),
            Rows.day(row, "ended_on"),
            row.getString("ended_why"),
            disputedDays(household, agreedOn),
            instalments(id));
    return plan.status() == Status.ACTIVE
        ? plan.withNoMoreThan(standings.of(household).due())
        : plan;
  }

  private int disputedDays(Household household, LocalDate agreedOn) {
    return jdbc.sql(
            """
            select coalesce(sum(upper(days) - lower(days)), 0)
            from (
              select unnest(range_agg(daterange(opened_on, resolved_on) * daterange(:agreed, null))) as days
              from billing_dispute
              where patient_id = any (:patients) and status <> 'OPEN') stood_still
            """)
        .param("patients", household.recordIds())
        .param("agreed", agreedOn)
        .query(Integer.class)
        .single();
  }

  private Household household(long patientId) {
    return households.of(new PatientId(patientId));
  }

  private List<Instalment> instalments(long planId) {
    return jdbc.sql(
            "select number, due_on, amount from payment_plan_instalment where payment_plan_id = :id"
                + " order by number")
        .param("id", planId)
        .query((row, n) ->
            new Instalment(
                row.getInt("number"),
                row.getObject("due_on", LocalDate.class),
                Rows.money(row, "amount")))
        .list();
  }
}
