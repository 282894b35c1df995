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
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Hands balances over to a collection agency and calls them back. Guardrails stand before every
/// hand-over and nobody passes them; a hand-over moves no money.
@Component
@Transactional
public class Collections {
  /// Where a placement stands.
  public enum Status {
    AT_AGENCY,
    RECALLED,
    SETTLED
  }

  /// A balance at an agency.
  ///
  /// @param amount at the hand-over
  /// @param asked what the agency asks for by what it was told last
  /// @param toldCauses what it was told to wait for, with it
  /// @param paid since the hand-over, by the household and by payers for the visits that were on
  ///   its bill, less what came back
  /// @param paidByPayers of it
  /// @param endedDue what was due when it came back
  public record Placement(
      UUID id,
      long patientId,
      UUID patient,
      String name,
      String account,
      String agency,
      Money amount,
      Money asked,
      String toldCauses,
      Money paid,
      Money paidByPayers,
      LocalDate firstStatementOn,
      LocalDate placedOn,
      String placedBy,
      Status status,
      @Nullable LocalDate endedOn,
      @Nullable String endedWhy,
      @Nullable Money endedDue) {}

  /// A household and what forbids its hand-over; nothing when it may go.
  public record Candidate(Standing standing, List<String> obstacles) {
    public Candidate {
      obstacles = List.copyOf(obstacles);
    }

    public boolean isAllowed() {
      return obstacles.isEmpty();
    }
  }

  private final JdbcClient jdbc;
  private final Households households;
  private final Standings standings;
  private final Notices notices;
  private final PaymentPlans plans;
  private final Assistance assistance;
  private final BillingWishes wishes;
  private final BillingPolicies policies;
  private final CashApplication application;
  private final BillingDay days;
  private final AuditTrail audit;

  Collections(
      JdbcClient jdbc,
      Households households,
      Standings standings,
      Notices notices,
      PaymentPlans plans,
      Assistance assistance,
      BillingWishes wishes,
      BillingPolicies policies,
      CashApplication application,
      BillingDay days,
      AuditTrail audit) {
    this.jdbc = jdbc;
    this.households = households;
    this.standings = standings;
    this.notices = notices;
    this.plans = plans;
    this.assistance = assistance;
    this.wishes = wishes;
    this.policies = policies;
    this.application = application;
    this.days = days;
    this.audit = audit;
  }

  /// Households that have had their final notice, or all that forbids it.
  @Transactional(readOnly = true)
  public List<Candidate> candidates(LocalDate on) {
    var candidates = new ArrayList<Candidate>();
    for (PatientId patient : households.withBalance()) {
      var standing = standings.of(households.of(patient));
      boolean isBilled = notices.of(standing).first() != null;
      boolean isAway = placement(standing.household()).isPresent();
      if (standing.due().isPositive() && isBilled && !isAway) {
        candidates.add(new Candidate(standing, obstacles(standing, on)));
      }
    }
    return candidates;
  }

  /// What forbids a hand-over on a day, in sentences; no one may pass them.
  @Transactional(readOnly = true)
  public List<String> obstacles(Standing standing, LocalDate on) {
    var household = standing.household();
    var policy = policies.current();
    var obstacles = new ArrayList<String>();
    if (standing.due().compareTo(policy.smallBalance()) <= 0) {
      obstacles.add("%s is due: no more than a small balance.".formatted(standing.due()));
    }
    if (standing.disputed().isPositive()) obstacles.add("A dispute is open: answer it first.");
    if (plans.active(household).isPresent()) obstacles.add("A payment plan is running.");
    String hold = wishes.of(household).holdReason();
    if (hold != null) obstacles.add("The account is held: " + hold + ".");
    for (Assistance.Application application : assistance.of(household)) {
      if (application.status() == Assistance.Status.RECEIVED) {
        obstacles.add("An application for assistance waits for its decision.");
      }
      if (application.isInForce(on)) {
        obstacles.add(
            "Financial assistance is in force through " + application.effectiveThrough() + ".");
      }
    }
    var sent = notices.of(standing);
    var first = sent.first();
    if (first == null) {
      obstacles.add("No statement has gone out.");
    } else {
      LocalDate earliest = first.plusDays(policy.collectionDays() + (long) disputedDays(household));
      if (on.isBefore(earliest)) {
        obstacles.add(
            "The first statement is of %s: %d days, without those in dispute, end on %s%s."
                .formatted(
                    first,
                    policy.collectionDays(),
                    earliest,
                    policy.isCharitableHospital() ? " (26 CFR 1.501(r)-6)" : ""));
      }
    }
    var last = sent.finalOn();
    if (last == null) {
      obstacles.add("The final notice has not gone out.");
    } else if (on.isBefore(last.plusDays(BillingPolicy.NOTICE_DAYS))) {
      obstacles.add(
          "The final notice is of %s: %d days end on %s."
              .formatted(
                  last, BillingPolicy.NOTICE_DAYS, last.plusDays(BillingPolicy.NOTICE_DAYS)));
    }
    return obstacles;
  }

  /// Hands over what is due of a household.
  ///
  /// @throws BillingRefusal with the guardrails that forbid it
  public Placement place(Household household, String agency, LocalDate on) {
    AccessDeniedForActor.unless(Permission.BILL_PATIENT);
    if (agency.isBlank()) throw new BillingRefusal("Name the agency.");
    days.requireCome(on, "A hand-over");
    application.lock(household);
    if (placement(household).isPresent()) {
      throw new BillingRefusal("The balance is with an agency already.");
    }
    var standing = standings.of(household);
    var obstacles = obstacles(standing, on);
    if (!obstacles.isEmpty()) throw new BillingRefusal(String.join(" ", obstacles));
    jdbc.sql(
            """
            insert into collection_placement (patient_id, agency, amount, first_statement_on, placed_on, placed_by,
              status)
            values (:patient, :agency, :amount, :first, :on, :actor, 'AT_AGENCY')
            """)
        .param("patient", household.holderId())
        .param("agency", agency.strip())
        .param("amount", standing.due().toBigDecimal())
        .param("first", notices.of(standing).first())
        .param("on", on)
        .param("actor", Acting.actor().name())
        .update();
    audit.record("handed over", "patient", household.holderId(), household.holderId(), agency);
    return placement(household).orElseThrow();
  }

  /// Calls a balance back: the agency has to stop.
  public Placement recall(UUID id, String why, LocalDate on) {
    return end(id, Status.RECALLED, why, on);
  }

  /// The agency is done with it.
  public Placement settle(UUID id, String why, LocalDate on) {
    return end(id, Status.SETTLED, why, on);
  }

  private Placement end(UUID id, Status status, String why, LocalDate on) {
    AccessDeniedForActor.unless(Permission.BILL_PATIENT);
    if (why.isBlank()) throw new BillingRefusal("Say why it comes back from the agency.");
    days.requireCome(on, "What comes back from an agency");
    var away = find(id).orElseThrow();
    if (on.isBefore(away.placedOn())) {
      throw new BillingRefusal(
          "It cannot come back on %s: it was handed over on %s.".formatted(on, away.placedOn()));
    }
    int ended =
        jdbc.sql(
                """
                update collection_placement
                set status = :status, ended_on = :on, ended_by = :actor, ended_why = :why, ended_due = :due
                where public_id = :id and status = 'AT_AGENCY'
                """)
            .param("status", status.name())
            .param("on", on)
            .param("actor", Acting.actor().name())
            .param("why", why.strip())
            .param("due", dueOf(away).toBigDecimal())
            .param("id", id)
            .update();
    if (ended == 0) throw new BillingRefusal("It is not with an agency.");
    var placement = find(id).orElseThrow();
    audit.record("ended placement", "collection", id, placement.patientId(), why);
    return placement;
  }

  private Money dueOf(Placement placement) {
    return standings.of(households.of(new PatientId(placement.patientId()))).due();
  }

  /// All that is at agencies, the oldest first.
  List<Placement> atAgencies() {
    return select("where c.status = 'AT_AGENCY' order by c.collection_placement_id")
        .query(Collections::placement)
        .list();
  }

  Optional<Placement> placement(Household household) {
    return of(household).stream().filter(p -> p.status() == Status.AT_AGENCY).findFirst();
  }

  @Transactional(readOnly = true)
  public List<Placement> of(Household household) {
    return select("where c.patient_id = any (:patients) order by c.collection_placement_id desc")
        .param("patients", household.recordIds())
        .query(Collections::placement)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<Placement> find(UUID id) {
    return select("where c.public_id = :id")
        .param("id", id)
        .query(Collections::placement)
        .optional();
  }

  /// A page of the placements, those at an agency first.
  @Transactional(readOnly = true)
  public ListPage<Placement> list(int page) {
    return ListPage.of(
        select("order by c.status <> 'AT_AGENCY', c.collection_placement_id desc" + ListPage.PART),
        Collections::placement,
        page);
  }

  private int disputedDays(Household household) {
    return jdbc.sql(
            """
            select coalesce(sum(upper(days) - lower(days)), 0)
            from (
              select unnest(range_agg(daterange(opened_on, resolved_on))) as days
              from billing_dispute
              where patient_id = any (:patients) and status <> 'OPEN') stood_still
            """)
        .param("patients", household.recordIds())
        .query(Integer.class)
        .single();
  }

  private JdbcClient.StatementSpec select(String rest) {
    return jdbc.sql(SELECT + rest).param("day", days.today());
  }

  private static final String SELECT =
      """
      with keyed as %s,
      household as (
        select a.patient_id, array_agg(r.patient_id) as records
        from (select distinct patient_id from collection_placement) a
        join patient h on h.patient_id = a.patient_id
        join keyed o on o.patient_id = coalesce(h.merged_into, h.patient_id)
        join keyed k on k.key = o.key and k.merged_into is null
        join patient r on coalesce(r.merged_into, r.patient_id) = k.patient_id
        group by a.patient_id)
      select c.*, coalesce(t.amount, c.amount) as asked, coalesce(t.causes, '') as told_causes,
        p.public_id as patient_public, p.last_name || ', ' || p.first_name as name, p.account_number,
        coalesce(m.by_household, 0) + coalesce(m.by_payers, 0) as paid, coalesce(m.by_payers, 0) as paid_by_payers
      from collection_placement c
      join patient p using (patient_id)
      join household h using (patient_id)
      left join lateral (
        select n.amount, n.causes
        from collection_notice n
        where n.collection_placement_id = c.collection_placement_id
        order by n.collection_notice_id desc
        limit 1) t on true
      cross join lateral (
        select -sum(e.amount) filter (where e.account = 'UNAPPLIED_CASH'
            and g.kind in ('PATIENT_PAYMENT', 'PAYMENT_REVERSED')) as by_household,
          sum(e.amount) filter (where e.account = 'DEPOSIT_IN_TRANSIT' and g.kind in ('REMITTANCE', 'REVERSAL')
            and exists (select from entry b join posting q using (posting_id)
              where b.account = 'PATIENT_RECEIVABLE' and b.encounter_id = e.encounter_id
                and q.effective_on <= c.placed_on)) as by_payers
        from entry e
        join posting g using (posting_id)
        where e.patient_id = any (h.records) and e.account in ('UNAPPLIED_CASH', 'DEPOSIT_IN_TRANSIT')
          and g.effective_on >= c.placed_on) m
      """
          .formatted(Households.KEYED);

  private static Placement placement(ResultSet row, int n) throws SQLException {
    return new Placement(
        row.getObject("public_id", UUID.class),
        row.getLong("patient_id"),
        row.getObject("patient_public", UUID.class),
        row.getString("name"),
        row.getString("account_number"),
        row.getString("agency"),
        Rows.money(row, "amount"),
        Rows.money(row, "asked"),
        row.getString("told_causes"),
        Rows.money(row, "paid"),
        Rows.money(row, "paid_by_payers"),
        row.getObject("first_statement_on", LocalDate.class),
        row.getObject("placed_on", LocalDate.class),
        row.getString("placed_by"),
        Status.valueOf(row.getString("status")),
        Rows.day(row, "ended_on"),
        row.getString("ended_why"),
        row.getBigDecimal("ended_due") == null ? null : Rows.money(row, "ended_due"));
  }
}
