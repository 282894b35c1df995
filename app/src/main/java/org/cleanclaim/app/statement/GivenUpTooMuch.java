package org.cleanclaim.app.statement;

import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes back write-offs and small balances as far as a payer has since left less to the patient
/// than was given up. What was given up is nobody's money: it is never owed back to anybody.
@Component
@Transactional
public class GivenUpTooMuch {
  /// What was given up of a visit in one way.
  ///
  /// @param source of the last posting of it, for example `write-off 12`
  private record Given(String kind, String source, Money amount) {}

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final VisitShares shares;
  private final CashApplication application;
  private final BillingDay days;
  private final AuditTrail audit;

  GivenUpTooMuch(
      JdbcClient jdbc,
      Ledger ledger,
      VisitShares shares,
      CashApplication application,
      BillingDay days,
      AuditTrail audit) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.shares = shares;
    this.application = application;
    this.days = days;
    this.audit = audit;
  }

  /// Corrects all of a household's visits.
  ///
  /// @return what was taken back
  public Money takeBack(Household household, String why) {
    AccessDeniedForActor.unless(Permission.WRITE_OFF);
    if (why.isBlank()) throw new BillingRefusal("Say why it is taken back.");
    application.lock(household);
    Money sum = Money.ZERO;
    for (VisitShare share : shares.of(household)) sum = sum.plus(correct(share, why.strip()));
    if (sum.isZero()) {
      throw new BillingRefusal("No more was given up than is left to the patient.");
    }
    long holder = household.holderId();
    audit.record("took back what was given up", "patient", holder, holder, why.strip());
    return sum;
  }

  private Money correct(VisitShare share, String why) {
    Money left = share.givenUpTooMuch();
    for (Given given : given(share)) {
      Money part = left.min(given.amount());
      if (!part.isPositive()) continue;
      left = left.minus(part);
      ledger.post(
          PostingDraft.of(
                  given.kind(),
                  "Given up too much: " + why,
                  given.source(),
                  "taken-back-%s-%d-%d"
                      .formatted(given.kind(), share.encounterId(), lastPosting(share)),
                  days.today())
              .about(share.patientId(), share.encounterId(), null, null)
              .debit(Account.PATIENT_RECEIVABLE, part, null, why)
              .credit(Account.WRITE_OFF, part, null, why)
              .build());
    }
    return share.givenUpTooMuch().minus(left);
  }

  private List<Given> given(VisitShare share) {
    return jdbc.sql(
            """
            select p.kind, max(p.source) as source, -sum(e.amount) as amount
            from entry e
            join posting p using (posting_id)
            where e.account = 'PATIENT_RECEIVABLE' and e.patient_id = :patient and e.encounter_id = :encounter
              and p.kind in ('WRITE_OFF', 'SMALL_BALANCE')
            group by p.kind
            having sum(e.amount) < 0
            order by p.kind desc
            """)
        .param("patient", share.patientId())
        .param("encounter", share.encounterId())
        .query((row, n) ->
            new Given(row.getString("kind"), row.getString("source"), Rows.money(row, "amount")))
        .list();
  }

  private long lastPosting(VisitShare share) {
    return jdbc.sql("select max(posting_id) from entry where encounter_id = :encounter")
        .param("encounter", share.encounterId())
        .query(Long.class)
        .single();
  }
}
