package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.statement.Collections.Placement;
import org.cleanclaim.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What agencies have to be told. An agency goes on asking for what it was given, so that whatever
/// changes the bill (a payment, a payer's decision, a write-off) or forbids to collect it (a
/// dispute, an application for assistance, a plan) is news to it until somebody has passed it on. A
/// debt is not reported or collected as more than is owed, nor without saying that it is disputed
/// (15 USC 1692e(2) and (8), 1692f(1)).
@Component
@Transactional
public class AgencyNews {
  private enum Cause {
    DISPUTE("a dispute is open"),
    APPLICATION("an application for assistance waits"),
    ASSISTANCE("financial assistance is in force"),
    PLAN("a payment plan is running");

    private final String words;

    Cause(String words) {
      this.words = words;
    }
  }

  /// A balance at an agency as it stands by now.
  ///
  /// @param due what is due of the household now
  /// @param causes what the agency has to wait for, in words; empty when nothing
  public record News(Placement placement, Money due, String causes) {
    /// Whether the agency knows it already.
    public boolean isTold() {
      return due.equals(placement.asked()) && causes.equals(placement.toldCauses());
    }

    public String sentence() {
      String amounts =
          due.equals(placement.asked())
              ? "%s asks for %s".formatted(placement.agency(), due.grouped())
              : "%s asks for %s, %s is due"
                  .formatted(placement.agency(), placement.asked().grouped(), due.grouped());
      return causes.isEmpty() ? amounts : amounts + "; " + causes;
    }
  }

  /// What an agency was told on a day.
  ///
  /// @param before what it had asked for
  public record Told(
      UUID placement,
      String agency,
      String account,
      String name,
      Money before,
      Money amount,
      String causes,
      String why,
      LocalDate toldOn) {}

  private final JdbcClient jdbc;
  private final Collections collections;
  private final Households households;
  private final Standings standings;
  private final Disputes disputes;
  private final Assistance assistance;
  private final PaymentPlans plans;
  private final BillingDay days;
  private final AuditTrail audit;

  AgencyNews(
      JdbcClient jdbc,
      Collections collections,
      Households households,
      Standings standings,
      Disputes disputes,
      Assistance assistance,
      PaymentPlans plans,
      BillingDay days,
      AuditTrail audit) {
    this.jdbc = jdbc;
    this.collections = collections;
    this.households = households;
    this.standings = standings;
    this.disputes = disputes;
    this.assistance = assistance;
    this.plans = plans;
    this.days = days;
    this.audit = audit;
  }

  /// How the balance of a household stands that is at an agency; empty when none is.
  @Transactional(readOnly = true)
  public Optional<News> of(Standing standing) {
    return collections
        .placement(standing.household())
        .map(placement -> new News(placement, standing.due(), causes(standing.household())));
  }

  /// The balances at agencies of which something has to be told, the oldest first.
  @Transactional(readOnly = true)
  public List<News> untold() {
    return collections.atAgencies().stream().map(this::now).filter(news -> !news.isTold()).toList();
  }

  private News now(Placement placement) {
    var standing = standings.of(households.of(new PatientId(placement.patientId())));
    return new News(placement, standing.due(), causes(standing.household()));
  }

  private String causes(Household household) {
    var causes = new ArrayList<Cause>();
    if (disputes.of(household).stream().anyMatch(d -> d.status() == Disputes.Status.OPEN)) {
      causes.add(Cause.DISPUTE);
    }
    var today = days.today();
    for (Assistance.Application application : assistance.of(household)) {
      if (application.status() == Assistance.Status.RECEIVED) causes.add(Cause.APPLICATION);
      if (application.isInForce(today)) causes.add(Cause.ASSISTANCE);
    }
    if (plans.active(household).isPresent()) causes.add(Cause.PLAN);
    return causes.stream().distinct().map(c -> c.words).collect(Collectors.joining("; "));
  }

  /// The agency was told what is due and what it has to wait for.
  public News tell(UUID id, String why, LocalDate on) {
    AccessDeniedForActor.unless(Permission.BILL_PATIENT);
    days.requireCome(on, "What an agency was told");
    var placement = collections.find(id).orElseThrow();
    if (placement.status() != Collections.Status.AT_AGENCY) {
      throw new BillingRefusal("It is not with an agency.");
    }
    if (why.isBlank()) throw new BillingRefusal("Say what has changed, as the agency is told.");
    var news = now(placement);
    jdbc.sql(
            """
            insert into collection_notice (collection_placement_id, amount, causes, why, told_on, told_by)
            select collection_placement_id, :amount, :causes, :why, :on, :actor
            from collection_placement
            where public_id = :id
            """)
        .param("amount", news.due().toBigDecimal())
        .param("causes", news.causes())
        .param("why", why.strip())
        .param("on", on)
        .param("actor", Acting.actor().name())
        .param("id", id)
        .update();
    audit.record("told agency", "collection", id, placement.patientId(), why.strip());
    return now(collections.find(id).orElseThrow());
  }

  /// What agencies were told on a day.
  @Transactional(readOnly = true)
  public List<Told> toldOn(LocalDate day) {
    return jdbc
        .sql(
            """
            select c.public_id, c.agency, p.account_number, p.last_name || ', ' || p.first_name as name,
              coalesce(lag(n.amount) over (partition by c.collection_placement_id order by n.collection_notice_id), c.amount)
                as before, n.amount, n.causes, n.why, n.told_on
            from collection_notice n
            join collection_placement c using (collection_placement_id)
            join patient p using (patient_id)
            order by n.collection_notice_id
            """)
        .query((row, n) ->
            new Told(
                row.getObject("public_id", UUID.class),
                row.getString("agency"),
                row.getString("account_number"),
                row.getString("name"),
                Rows.money(row, "before"),
                Rows.money(row, "amount"),
                row.getString("causes"),
                row.getString("why"),
                row.getObject("told_on", LocalDate.class)))
        .list()
        .stream()
        .filter(told -> told.toldOn().equals(day))
        .toList();
  }
}
