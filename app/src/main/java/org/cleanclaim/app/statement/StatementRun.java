package org.cleanclaim.app.statement;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.statement.Dunning.Decision;
import org.cleanclaim.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The run over all households with something open: who gets a statement, who does not and why.
@Component
public class StatementRun {
  /// A household and what is decided about it.
  public record Line(Standing standing, Decision decision) {}

  /// @param refused how many did not add up and wait for a person
  public record Outcome(LocalDate on, List<Statement> issued, List<Line> waiting, int refused) {
    public Outcome {
      issued = List.copyOf(issued);
      waiting = List.copyOf(waiting);
    }

    public Money due() {
      return Money.sum(issued.stream().map(Statement::dueNow).toList());
    }
  }

  private final JdbcClient jdbc;
  private final Households households;
  private final Standings standings;
  private final Statements statements;
  private final PaymentPlans plans;
  private final Assistance assistance;
  private final BillingWishes wishes;
  private final BillingPolicies policies;
  private final BillingDay days;
  private final AuditTrail audit;

  StatementRun(
      JdbcClient jdbc,
      Households households,
      Standings standings,
      Statements statements,
      PaymentPlans plans,
      Assistance assistance,
      BillingWishes wishes,
      BillingPolicies policies,
      BillingDay days,
      AuditTrail audit) {
    this.jdbc = jdbc;
    this.households = households;
    this.standings = standings;
    this.statements = statements;
    this.plans = plans;
    this.assistance = assistance;
    this.wishes = wishes;
    this.policies = policies;
    this.days = days;
    this.audit = audit;
  }

  /// What the run of a day would do; nothing is changed.
  @Transactional(readOnly = true)
  public List<Line> preview(LocalDate on) {
    var policy = policies.current();
    var lines = new ArrayList<Line>();
    for (PatientId patient : households.withBalance()) {
      var standing = standings.of(households.of(patient));
      lines.add(new Line(standing, Dunning.decide(facts(standing, on), policy)));
    }
    return lines;
  }

  /// What the run would do with one household.
  @Transactional(readOnly = true)
  public Decision decision(Standing standing, LocalDate on) {
    return Dunning.decide(facts(standing, on), policies.current());
  }

  /// Issues the statements of today; the same day again issues none twice.
  ///
  /// @throws BillingRefusal for another day: notices of several days at once would pass the days
  ///   that have to lie between them
  @Transactional
  public Outcome run(LocalDate on) {
    AccessDeniedForActor.unless(Permission.BILL_PATIENT);
    days.requireToday(on);
    plans.review(on);
    var issued = new ArrayList<Statement>();
    var waiting = new ArrayList<Line>();
    int refused = 0;
    for (Line line : preview(on)) {
      switch (line.decision()) {
        case Decision.Send send -> {
          var statement = statements.issue(line.standing().household(), on, send.step());
          if (statement.isPresent()) issued.add(statement.get());
          else refused++;
        }
        case Decision.Wait _ -> {
          // below zero it may be assistance of which a payer's later decision has left too much
          if (line.standing().balance().isNegative()) {
            assistance.applyTo(line.standing().household(), on);
          }
          waiting.add(line);
        }
      }
    }
    audit.record("ran statements", "statement run", on, null, issued.size() + " issued");
    return new Outcome(on, issued, waiting, refused);
  }

  private Dunning.Facts facts(Standing standing, LocalDate on) {
    var household = standing.household();
    var last = last(standing);
    return new Dunning.Facts(
        on,
        standing.balance(),
        standing.due(),
        standing.waiting(),
        standing.disputed(),
        last.orElse(null),
        last.isEmpty() ? Money.ZERO : paidSince(household, last.get().issuedOn()),
        wishes.of(household).holdReason(),
        plans.active(household).isPresent(),
        isAtAgency(household));
  }

  /// The last statement about what is due now of which the household has not paid everything since.
  private Optional<Dunning.Last> last(Standing standing) {
    var household = standing.household();
    return jdbc.sql(
            """
            select s.issued_on, s.step, coalesce(s.next_on, s.due_on) as next_on
            from statement s
            where s.patient_id = :patient and s.created_at >= :since
              and coalesce(s.due_now, s.balance) > coalesce((
                select -sum(e.amount)
                from entry e
                join posting p using (posting_id)
                where e.account = 'UNAPPLIED_CASH' and e.patient_id = any (:patients)
                  and p.kind in ('PATIENT_PAYMENT', 'PAYMENT_REVERSED') and p.posted_at >= s.created_at), 0)
            order by s.issued_on desc, s.statement_id desc
            limit 1
            """)
        .param("patient", household.holderId())
        .param("since", Timestamp.from(standing.dueSince()))
        .param("patients", household.recordIds())
        .query((row, n) ->
            new Dunning.Last(
                row.getObject("issued_on", LocalDate.class),
                row.getInt("step"),
                row.getObject("next_on", LocalDate.class)))
        .optional();
  }

  private Money paidSince(Household household, LocalDate day) {
    return jdbc.sql(
            """
            select coalesce(-sum(e.amount), 0) as paid
            from entry e
            join posting p using (posting_id)
            where e.account = 'UNAPPLIED_CASH' and e.patient_id = any (:patients)
              and p.kind in ('PATIENT_PAYMENT', 'PAYMENT_REVERSED') and p.effective_on >= :day
            """)
        .param("patients", household.recordIds())
        .param("day", day)
        .query((row, n) -> Rows.money(row, "paid"))
        .single();
  }

  private boolean isAtAgency(Household household) {
    return jdbc.sql(
                "select count(*) from collection_placement where status = 'AT_AGENCY' and"
                    + " patient_id = any (:patients)")
            .param("patients", household.recordIds())
            .query(Integer.class)
            .single()
        > 0;
  }
}
