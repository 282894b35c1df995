package org.cleanclaim.app.remittance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.remittance.ProviderLevel.Balance;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a person says about a balance at provider level that nothing will even out: a penalty, a
/// payment for another office of the payer's. No money moves: the ledger had it when it came.
@Component
@Transactional
public class ProviderSettlements {
  /// A balance that was settled by a word.
  public record Settled(
      String payerKey,
      String reason,
      String reference,
      Money amount,
      String why,
      Instant at,
      String by) {}

  private final JdbcClient jdbc;
  private final ProviderLevel level;
  private final AuditTrail audit;
  private final Clock clock;

  ProviderSettlements(JdbcClient jdbc, ProviderLevel level, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.level = level;
    this.audit = audit;
    this.clock = clock;
  }

  /// Settles what is open under a reason and reference of a payer; what comes later under the same
  /// is open again.
  ///
  /// @throws RemittanceRefusal with a sentence
  public void settle(String payerKey, String reason, String reference, String why) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    if (why.isBlank()) {
      throw new RemittanceRefusal(
          "Say why nothing more is to come, such as what the penalty is for.");
    }
    Balance open =
        level.open().stream()
            .filter(b ->
                b.payerKey().equals(payerKey)
                    && b.reason().equals(reason)
                    && b.reference().equals(reference))
            .findFirst()
            .orElseThrow(ProviderSettlements::isDone);
    int added =
        jdbc.sql(
                """
                insert into provider_settlement (payer_key, reason, reference, adjustments, amount, why, settled_at,
                  settled_by)
                values (:payer, :reason, :reference, :adjustments, :amount, :why, :now, :actor)
                on conflict do nothing
                """)
            .param("payer", payerKey)
            .param("reason", reason)
            .param("reference", reference)
            .param("adjustments", open.adjustments())
            .param("amount", open.balance().toBigDecimal())
            .param("why", why.strip())
            .param("now", Timestamp.from(clock.instant()))
            .param("actor", Acting.actor().name())
            .update();
    if (added == 0) throw isDone();
    audit.record(
        "settled by a word",
        "provider-level balance",
        String.join(" ", payerKey, reason, reference).strip(),
        null,
        why.strip());
  }

  private static RemittanceRefusal isDone() {
    return new RemittanceRefusal(
        "Nothing is open under this reason and reference any more: it was settled, or the payer"
            + " evened it out. Look at the list again.");
  }

  /// A page of them, the latest first.
  @Transactional(readOnly = true)
  public ListPage<Settled> latest(int page) {
    return ListPage.of(
        jdbc.sql(
            """
            select payer_key, reason, reference, amount, why, settled_at, settled_by
            from provider_settlement
            order by provider_settlement_id desc
            """
                + ListPage.PART),
        ProviderSettlements::settled,
        page);
  }

  private static Settled settled(ResultSet row, int n) throws SQLException {
    return new Settled(
        row.getString("payer_key"),
        row.getString("reason"),
        row.getString("reference"),
        Money.of(row.getBigDecimal("amount").toPlainString()),
        row.getString("why"),
        row.getTimestamp("settled_at").toInstant(),
        row.getString("settled_by"));
  }
}
