package org.cleanclaim.app.claim;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.code.Modifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Claims of the demo month as if they had not been sent, inside a transaction that leaves nothing.
final class HeldClaims {
  private final DemoServer server = DemoServer.shared();
  final Claims claims = server.bean(Claims.class);
  private final JdbcClient jdbc = server.bean(JdbcClient.class);

  /// Work of somebody with a role that is undone afterwards.
  void undone(Role role, Runnable work) {
    long organization = server.bean(Organizations.class).all().getFirst().id();
    var actor = new Actor(organization, "pat", Set.of(role), false);
    Acting.as(
        actor,
        () ->
            new TransactionTemplate(server.bean(PlatformTransactionManager.class))
                .execute(status -> {
                  status.setRollbackOnly();
                  work.run();
                  return true;
                }));
  }

  /// Adjudicated claims held again with another snapshot, each scrubbed a week after its service.
  List<BilledClaim> held(int count, UnaryOperator<Claim> spoiled) {
    return ids(count).stream().map(id -> hold(id, spoiled)).toList();
  }

  List<UUID> ids(int count) {
    return jdbc.sql(
            """
            select c.public_id
            from claim c
            where c.status = 'ADJUDICATED' and c.revision = 1
              and not exists (select from claim_finding f where f.claim_id = c.claim_id)
            order by c.claim_id
            limit :count
            """)
        .param("count", count)
        .query(UUID.class)
        .list();
  }

  BilledClaim hold(UUID id, UnaryOperator<Claim> spoiled) {
    var claim = claims.find(id).orElseThrow();
    jdbc.sql("update claim set status = 'HELD', snapshot = :snapshot::jsonb where public_id = :id")
        .param("snapshot", server.bean(JsonColumns.class).write(spoiled.apply(claim.snapshot())))
        .param("id", id)
        .update();
    return weekAfterService(claim, () -> claims.scrub(claim.id()));
  }

  /// The work with the clock a week after the claim's service.
  <T> T weekAfterService(BilledClaim claim, java.util.function.Supplier<T> work) {
    var then =
        Clock.fixed(
            claim.servedFrom().plusDays(7).atStartOfDay(ZoneOffset.UTC).toInstant(),
            ZoneOffset.UTC);
    return Acting.as(Acting.actor(), then, work::get);
  }

  /// Modifier 25 on a line that is no visit.
  static Claim with25OnTheLastLine(Claim claim) {
    return withModifierOnTheLastLine(claim, "25");
  }

  static Claim withModifierOnTheLastLine(Claim claim, String modifier) {
    var lines = new ArrayList<>(claim.lines());
    var last = lines.removeLast();
    var modifiers = new ArrayList<>(last.modifiers());
    modifiers.add(new Modifier(modifier));
    lines.add(ClaimCopies.modifiers(last, modifiers));
    return ClaimCopies.lines(claim, lines);
  }

  List<String> open(BilledClaim claim) {
    return claims.findings(claim.id()).stream()
        .filter(f -> f.revision() == claims.get(claim.id()).revision() && f.override() == null)
        .map(ShownFinding::ruleId)
        .toList();
  }
}
