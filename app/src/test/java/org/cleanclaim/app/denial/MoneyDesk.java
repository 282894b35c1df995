package org.cleanclaim.app.denial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.Claims;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Claims and denials of the demo month, worked inside a transaction that leaves nothing.
public final class MoneyDesk {
  public final DemoServer server = DemoServer.shared();
  public final Claims claims = server.bean(Claims.class);
  public final JdbcClient jdbc = server.bean(JdbcClient.class);

  /// Work of somebody with a role that is undone afterwards.
  public void undone(Role role, Runnable work) {
    long organization = server.bean(Organizations.class).all().getFirst().id();
    Acting.as(
        new Actor(organization, "mara", java.util.Set.of(role), false),
        () ->
            new TransactionTemplate(server.bean(PlatformTransactionManager.class))
                .execute(status -> {
                  status.setRollbackOnly();
                  work.run();
                  return true;
                }));
  }

  /// A paid claim with nothing open, of a commercial payer.
  public BilledClaim paid() {
    return claim(
        """
        c.status = 'ADJUDICATED' and not exists (select from denial_case d where d.claim_id = c.claim_id)
          and exists (select from payer p where p.payer_id = c.payer_id and p.filing_code not in ('MA', 'MB', 'WC'))
        """);
  }

  public BilledClaim denied() {
    return claim(
        "exists (select from denial_case d where d.claim_id = c.claim_id and d.status = 'NEW')");
  }

  /// The first claim with a number of its payer that a condition on its row `c` fits.
  BilledClaim claim(String condition) {
    var id =
        jdbc.sql(
                "select c.public_id from claim c where c.payer_claim_control_number is not null and %s order by c.claim_id limit 1"
                    .formatted(condition))
            .query(UUID.class)
            .single();
    return claims.find(id).orElseThrow();
  }

  /// A file of the archive to point to.
  public long file() {
    return jdbc.sql("select min(exchanged_file_id) from exchanged_file").query(Long.class).single();
  }

  /// Opens another case on a line of a claim that was paid, with codes of one's own.
  public DenialCase refuse(BilledClaim claim, String group, String reason, String... remarks) {
    long payment =
        jdbc.sql("select max(claim_payment_id) from claim_payment where claim_id = :id")
            .param("id", claim.id().value())
            .query(Long.class)
            .single();
    long remittance =
        jdbc.sql("select remittance_id from claim_payment where claim_payment_id = :id")
            .param("id", payment)
            .query(Long.class)
            .single();
    var line = claim.snapshot().lines().getFirst();
    jdbc.sql(
            """
            insert into line_adjudication (claim_payment_id, position, claim_id, line, procedure, charged, allowed, paid,
              patient_share, outcome, adjustments, remarks)
            values (:payment, 99, :claim, :line, :procedure, :charge, 0, 0, 0, 'DENIED', :adjustments::jsonb, :remarks)
            """)
        .param("payment", payment)
        .param("claim", claim.id().value())
        .param("line", line.number())
        .param("procedure", line.procedure().value())
        .param("charge", line.charge().toBigDecimal())
        .param(
            "adjustments",
            server
                .bean(org.cleanclaim.app.storage.JsonColumns.class)
                .write(
                    List.of(
                        org.cleanclaim.kernel.remittance.Adjustment.of(
                            org.cleanclaim.kernel.code.AdjustmentGroup.valueOf(group),
                            reason,
                            line.charge()))))
        .param("remarks", remarks)
        .update();
    server.bean(Denials.class).openCases(remittance);
    return new ArrayList<>(server.bean(Denials.class).ofClaim(claim.id().value()))
        .stream()
            .filter(d -> d.reasonCode().equals(group + "-" + reason))
            .findFirst()
            .orElseThrow();
  }

  public LocalDate today() {
    return server.bean(org.cleanclaim.app.deadline.Deadlines.class).today();
  }
}
