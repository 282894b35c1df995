package org.cleanclaim.app.remittance;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A remittance in which the payer takes back more than it pays. Some payers debit the bank
/// account, which the statement shows; others take the money out of later payments: then a person
/// says that no debit will come, and it stands at provider level until the payer has taken it.
@Component
@Transactional
public class NegativeRemittances {
  private record Negative(long id, @Nullable Long payerId, String trace, Money paid) {}

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Organizations organizations;
  private final Clock clock;

  NegativeRemittances(
      JdbcClient jdbc, Ledger ledger, AuditTrail audit, Organizations organizations, Clock clock) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.audit = audit;
    this.organizations = organizations;
    this.clock = clock;
  }

  /// The payer takes it out of later payments: it waits for no debit.
  ///
  /// @throws RemittanceRefusal with a sentence
  public void takenLater(UUID remittance, String why) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    if (why.isBlank()) {
      throw new RemittanceRefusal("Say how you know, such as who told it. Nothing was changed.");
    }
    var negative =
        jdbc.sql(
                """
                update remittance
                set no_deposit_why = :why, no_deposit_at = :now, no_deposit_by = :actor
                where public_id = :remittance and status = 'POSTED' and paid < 0 and bank_deposit_id is null
                  and no_deposit_at is null
                returning remittance_id, payer_id, trace, paid
                """)
            .param("why", why.strip())
            .param("now", Timestamp.from(clock.instant()))
            .param("actor", Acting.actor().name())
            .param("remittance", remittance)
            .query((row, n) ->
                new Negative(
                    row.getLong("remittance_id"),
                    row.getObject("payer_id", Long.class),
                    row.getString("trace"),
                    Money.of(row.getBigDecimal("paid").toPlainString())))
            .optional()
            .orElseThrow(() ->
                new RemittanceRefusal(
                    "Only a posted, negative remittance without a debit of the bank waits for one."
                        + " Look at the list again."));
    ledger.post(
        PostingDraft.of(
                "TAKEN_LATER",
                "The payer takes it out of later payments",
                "remittance " + negative.trace(),
                "taken-later-" + negative.id(),
                LocalDate.now(clock.withZone(ZoneId.of(organizations.current().timeZone()))))
            .about(null, null, null, negative.payerId())
            .debit(Account.PROVIDER_ADJUSTMENT, negative.paid(), null, "FB " + negative.trace())
            .credit(Account.DEPOSIT_IN_TRANSIT, negative.paid(), null, negative.trace())
            .build());
    audit.record("waits for no debit", "remittance", negative.id(), null, why.strip());
  }
}
