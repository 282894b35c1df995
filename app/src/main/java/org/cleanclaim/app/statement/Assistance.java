package org.cleanclaim.app.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Financial assistance: an application with its evidence, decided by another person by the
/// policy's scale, and taken off the shares of the visits within its days.
@Component
@Transactional
public class Assistance {
  /// Where an application stands.
  public enum Status {
    RECEIVED,
    APPROVED,
    DENIED,
    WITHDRAWN
  }

  /// @param evidence what proves the income, and where it is kept
  public record Form(
      int householdSize, Money yearlyIncome, String evidence, LocalDate receivedOn) {}

  /// An application as it is kept.
  ///
  /// @param policyPercent what the scale gives for the income
  public record Application(
      UUID id,
      long patientId,
      UUID patient,
      String name,
      LocalDate receivedOn,
      int householdSize,
      Money yearlyIncome,
      int povertyPercent,
      int policyPercent,
      String evidence,
      Status status,
      @Nullable Integer grantedPercent,
      @Nullable LocalDate effectiveFrom,
      @Nullable LocalDate effectiveThrough,
      @Nullable String why,
      String takenBy,
      @Nullable String decidedBy,
      @Nullable LocalDate decidedOn) {
    /// Whether it was granted and its last day has not passed.
    boolean isInForce(LocalDate on) {
      var through = effectiveThrough;
      return status == Status.APPROVED && through != null && !through.isBefore(on);
    }

    @Override
    public String toString() {
      return "Application[" + id + "]";
    }
  }

  private final JdbcClient jdbc;
  private final Households households;
  private final VisitShares shares;
  private final BillingPolicies policies;
  private final BillingDay days;
  private final CashApplication application;
  private final GivenUp givenUp;
  private final AssistanceUpkeep upkeep;
  private final AuditTrail audit;

  Assistance(
      JdbcClient jdbc,
      Households households,
      VisitShares shares,
      BillingPolicies policies,
      BillingDay days,
      CashApplication application,
      GivenUp givenUp,
      AssistanceUpkeep upkeep,
      AuditTrail audit) {
    this.jdbc = jdbc;
    this.households = households;
    this.shares = shares;
    this.policies = policies;
    this.days = days;
    this.application = application;
    this.givenUp = givenUp;
    this.upkeep = upkeep;
    this.audit = audit;
  }

  /// Takes an application; collection stops until it is decided.
  public Application apply(Household household, Form form) {
    AccessDeniedForActor.unlessEither(Permission.BILL_PATIENT, Permission.TAKE_PAYMENT);
    if (form.householdSize() < 1 || form.householdSize() > 20) {
      throw new BillingRefusal("A household has 1 to 20 people.");
    }
    BillingAmount.requireSane(form.yearlyIncome(), "An income");
    days.requireCome(form.receivedOn(), "An application");
    if (form.yearlyIncome().isNegative()) throw new BillingRefusal("An income is not below zero.");
    if (form.evidence().isBlank()) {
      throw new BillingRefusal("Say what proves the income and where it is kept.");
    }
    if (of(household).stream().anyMatch(a -> a.status() == Status.RECEIVED)) {
      throw new BillingRefusal("An application waits for its decision already.");
    }
    var policy = policies.current();
    int poverty = policy.povertyPercent(form.yearlyIncome(), form.householdSize());
    UUID id =
        jdbc.sql(
                """
                insert into assistance_application (patient_id, received_on, household_size, yearly_income,
                  poverty_percent, policy_percent, evidence, status, taken_by)
                values (:patient, :on, :size, :income, :poverty, :percent, :evidence, 'RECEIVED', :actor)
                returning public_id
                """)
            .param("patient", household.holderId())
            .param("on", form.receivedOn())
            .param("size", form.householdSize())
            .param("income", form.yearlyIncome().toBigDecimal())
            .param("poverty", poverty)
            .param("percent", AssistanceTier.percentOf(policy.assistanceTiers(), poverty))
            .param("evidence", form.evidence().strip())
            .param("actor", Acting.actor().name())
            .query(UUID.class)
            .single();
    audit.record("took application", "assistance", id, household.holderId(), null);
    return find(id).orElseThrow();
  }

  /// Another person approves it at the scale's percent; what is owed of the visits within its days
  /// is taken off at once, and of later ones before their statement.
  public Application approve(UUID id, LocalDate from, LocalDate through, String why, LocalDate on) {
    var waiting = waiting(id);
    if (waiting.policyPercent() == 0) {
      throw new BillingRefusal(
          "The scale of the policy gives nothing at %d percent of the guideline."
              .formatted(waiting.povertyPercent()));
    }
    if (through.isBefore(from)) throw new BillingRefusal("The last day is before the first.");
    decide(waiting, Status.APPROVED, waiting.policyPercent(), from, through, why, on);
    applyTo(households.of(new PatientId(waiting.patientId())), on);
    return find(id).orElseThrow();
  }

  /// Another person denies it, with the reason that the patient is told.
  public Application deny(UUID id, String why, LocalDate on) {
    if (why.isBlank()) throw new BillingRefusal("Say why, as the patient will be told.");
    decide(waiting(id), Status.DENIED, null, null, null, why, on);
    return find(id).orElseThrow();
  }

  /// Who took it notes that it is not asked for any more.
  public Application withdraw(UUID id, String why, LocalDate on) {
    AccessDeniedForActor.unlessEither(Permission.BILL_PATIENT, Permission.TAKE_PAYMENT);
    var taken = find(id).orElseThrow();
    if (why.isBlank()) throw new BillingRefusal("Say why it is withdrawn.");
    if (!taken.takenBy().equals(Acting.actor().name())) {
      throw new BillingRefusal("Who has taken it withdraws it; anybody else decides it.");
    }
    days.requireCome(on, "A decision");
    int withdrawn =
        jdbc.sql(
                """
                update assistance_application
                set status = 'WITHDRAWN', why = :why, decided_on = :on, version = version + 1
                where public_id = :id and status = 'RECEIVED'
                """)
            .param("why", why.strip())
            .param("on", on)
            .param("id", id)
            .update();
    if (withdrawn == 0) throw new BillingRefusal("This was decided already.");
    audit.record("withdrawn", "assistance", id, taken.patientId(), why.strip());
    return find(id).orElseThrow();
  }

  private Application waiting(UUID id) {
    AccessDeniedForActor.unless(Permission.APPROVE_WRITE_OFF);
    var waiting = find(id).orElseThrow();
    if (waiting.status() != Status.RECEIVED) throw new BillingRefusal("This was decided already.");
    if (waiting.takenBy().equals(Acting.actor().name())) {
      throw new BillingRefusal("Nobody decides an application that they have taken themselves.");
    }
    return waiting;
  }

  private void decide(
      Application waiting,
      Status status,
      @Nullable Integer percent,
      @Nullable LocalDate from,
      @Nullable LocalDate through,
      String why,
      LocalDate on) {
    days.requireCome(on, "A decision");
    int decided =
        jdbc.sql(
                """
                update assistance_application
                set status = :status, granted_percent = :percent, effective_from = :from, effective_through = :through,
                  why = :why, decided_by = :actor, decided_on = :on, version = version + 1
                where public_id = :id and status = 'RECEIVED'
                """)
            .param("status", status.name())
            .param("percent", percent, java.sql.Types.INTEGER)
            .param("from", from, java.sql.Types.DATE)
            .param("through", through, java.sql.Types.DATE)
            .param("why", why.strip())
            .param("actor", Acting.actor().name())
            .param("on", on)
            .param("id", waiting.id())
            .update();
    if (decided == 0) throw new BillingRefusal("This was decided already.");
    audit.record(
        status.name().toLowerCase(java.util.Locale.ROOT),
        "assistance",
        waiting.id(),
        waiting.patientId(),
        why);
  }

  /// Takes approved assistance off the shares that are due and not yet reduced; a visit once.
  ///
  /// @return what was taken off
  public Money applyTo(Household household, LocalDate on) {
    application.lock(household);
    upkeep.follow(household, on);
    Money sum = Money.ZERO;
    for (Application approved : of(household)) {
      if (approved.status() != Status.APPROVED) continue;
      var parts = new ArrayList<GivenUp.Part>();
      for (VisitShare share : shares.of(household)) {
        if (isWithin(approved, share) && !isReduced(share)) {
          Money amount = part(share.due(), approved);
          if (amount.isPositive()) parts.add(new GivenUp.Part(share, amount));
        }
      }
      if (parts.isEmpty()) continue;
      sum =
          sum.plus(
              givenUp.post(
                  parts,
                  "ASSISTANCE",
                  "Financial assistance",
                  "assistance " + approved.id(),
                  "assistance-" + approved.id() + "-" + parts.getFirst().share().encounterId(),
                  on));
    }
    return sum;
  }

  private static Money part(Money owed, Application approved) {
    Integer percent = approved.grantedPercent();
    if (percent == null) return Money.ZERO;
    return owed.times(BigDecimal.valueOf(percent, 2), RoundingMode.HALF_UP);
  }

  private static boolean isWithin(Application approved, VisitShare share) {
    LocalDate served = share.servedOn();
    LocalDate from = approved.effectiveFrom();
    LocalDate through = approved.effectiveThrough();
    return share.isDue()
        && served != null
        && from != null
        && through != null
        && !served.isBefore(from)
        && !served.isAfter(through);
  }

  private boolean isReduced(VisitShare share) {
    return jdbc.sql(
                """
                select count(*)
                from entry e
                join posting p using (posting_id)
                where e.encounter_id = :encounter and p.kind = 'ASSISTANCE'
                """)
            .param("encounter", share.encounterId())
            .query(Integer.class)
            .single()
        > 0;
  }

  @Transactional(readOnly = true)
  public List<Application> of(Household household) {
    return jdbc.sql(
            SELECT
                + "where a.patient_id = any (:patients) order by a.assistance_application_id desc")
        .param("patients", household.recordIds())
        .query(Assistance::application)
        .list();
  }

  /// A page of those that wait for a decision, the oldest first.
  @Transactional(readOnly = true)
  public ListPage<Application> open(int page) {
    return ListPage.of(
        jdbc.sql(
            SELECT
                + "where a.status = 'RECEIVED' order by a.assistance_application_id"
                + ListPage.PART),
        Assistance::application,
        page);
  }

  /// A page of all of them, those that wait first.
  @Transactional(readOnly = true)
  public ListPage<Application> list(int page) {
    return ListPage.of(
        jdbc.sql(
            SELECT
                + "order by a.status <> 'RECEIVED', a.assistance_application_id desc"
                + ListPage.PART),
        Assistance::application,
        page);
  }

  @Transactional(readOnly = true)
  public Optional<Application> find(UUID id) {
    return jdbc.sql(SELECT + "where a.public_id = :id")
        .param("id", id)
        .query(Assistance::application)
        .optional();
  }

  private static final String SELECT =
      """
      select a.*, p.public_id as patient_public, p.last_name || ', ' || p.first_name as name
      from assistance_application a
      join patient p using (patient_id)
      """;

  private static Application application(ResultSet row, int n) throws SQLException {
    return new Application(
        row.getObject("public_id", UUID.class),
        row.getLong("patient_id"),
        row.getObject("patient_public", UUID.class),
        row.getString("name"),
        row.getObject("received_on", LocalDate.class),
        row.getInt("household_size"),
        Rows.money(row, "yearly_income"),
        row.getInt("poverty_percent"),
        row.getInt("policy_percent"),
        row.getString("evidence"),
        Status.valueOf(row.getString("status")),
        row.getObject("granted_percent", Integer.class),
        Rows.day(row, "effective_from"),
        Rows.day(row, "effective_through"),
        row.getString("why"),
        row.getString("taken_by"),
        row.getString("decided_by"),
        Rows.day(row, "decided_on"));
  }
}
