package org.cleanclaim.app.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.app.payerrule.WrittenRules.HOLD;
import static org.cleanclaim.app.payerrule.WrittenRules.onEveryClaim;
import static org.cleanclaim.app.payerrule.WrittenRules.publish;

import java.util.List;
import java.util.function.UnaryOperator;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.payerrule.PayerRuleBook;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PayerRulesOnClaimsTest {
  private final DemoServer server = DemoServer.shared();
  private final HeldClaims held = new HeldClaims();
  private final JdbcClient jdbc = server.bean(JdbcClient.class);

  /// Bills a visit of the demo month once more, as if its claim had been voided.
  private BilledClaim billed() {
    var old = held.claims.find(held.ids(1).getFirst()).orElseThrow();
    jdbc.sql("update claim set status = 'VOIDED' where claim_id = :id")
        .param("id", old.id().value())
        .update();
    var result = held.weekAfterService(old, () -> held.claims.bill(old.encounterId()));
    return ((CreateResult.Created) result).claim();
  }

  private List<String> timeline(BilledClaim claim) {
    return held.claims.timeline(claim.id()).stream().map(e -> e.what() + ": " + e.why()).toList();
  }

  @Test
  void withoutRulesABilledClaimIsReady() {
    held.undone(Role.MANAGER, () -> assertThat(billed().status()).isEqualTo(ClaimStatus.READY));
  }

  @Test
  void aRuleChangesTheClaimBeforeItIsFrozenAndItsTimelineTellsIt() {
    held.undone(
        Role.MANAGER,
        () -> {
          publish(onEveryClaim("TEST-NOTE", "set: claim.note Seen in person"));

          var claim = billed();

          assertThat(claim.revision()).isEqualTo(1);
          assertThat(claim.snapshot().note()).isEqualTo("Seen in person");
          assertThat(claim.status()).isEqualTo(ClaimStatus.READY);
          assertThat(timeline(claim))
              .anySatisfy(line ->
                  assertThat(line)
                      .startsWith("Changed by rule: TEST-NOTE version 1 at ")
                      .endsWith("nothing → Seen in person"));
        });
  }

  @Test
  void aRuleThatChangesAndHoldsGoesOnHolding() {
    held.undone(
        Role.MANAGER,
        () -> {
          publish(onEveryClaim("TEST-REFERRAL", "set: claim.referralNumber NONE", HOLD));

          var claim = billed();
          var scrubbed =
              held.weekAfterService(claim, () -> held.claims.scrubAgain(claim.publicId()));

          assertThat(claim.snapshot().referralNumber()).isEqualTo("NONE");
          assertThat(claim.status()).isEqualTo(ClaimStatus.HELD);
          assertThat(scrubbed.status()).isEqualTo(ClaimStatus.HELD);
          assertThat(scrubbed.revision()).isEqualTo(1);
          assertThat(held.open(scrubbed)).containsExactly("TEST-REFERRAL");
        });
  }

  @Test
  void aManagerMayOverrideAHoldOfThePractice() {
    held.undone(
        Role.MANAGER,
        () -> {
          publish(onEveryClaim("TEST-HOLD", HOLD));
          var claim = billed();
          assertThat(claim.status()).isEqualTo(ClaimStatus.HELD);
          var finding = held.claims.findings(claim.id()).getFirst();

          var result =
              held.weekAfterService(
                  claim,
                  () ->
                      server
                          .bean(FindingOverrides.class)
                          .override(
                              claim.publicId(), finding.ruleId(), finding.place(), "looked at it"));

          assertThat(result).isInstanceOf(FindingOverrides.Result.Done.class);
          assertThat(held.claims.get(claim.id()).status()).isEqualTo(ClaimStatus.READY);
        });
  }

  @Test
  void aRulePublishedLaterMakesANewRevisionWhenTheClaimIsScrubbedAgain() {
    held.undone(
        Role.MANAGER,
        () -> {
          var claim = held.hold(held.ids(1).getFirst(), UnaryOperator.identity());
          publish(onEveryClaim("TEST-NOTE", "set: claim.note Seen in person", "tag: seen"));

          var scrubbed =
              held.weekAfterService(claim, () -> held.claims.scrubAgain(claim.publicId()));

          assertThat(scrubbed.revision()).isEqualTo(claim.revision() + 1);
          assertThat(scrubbed.snapshot().note()).isEqualTo("Seen in person");
          assertThat(scrubbed.status()).isEqualTo(ClaimStatus.READY);
          assertThat(held.claims.findings(claim.id()).getFirst().message())
              .isEqualTo("Tagged seen.");
        });
  }

  @Test
  void aRetiredRuleDoesNothingAnyMore() {
    held.undone(
        Role.MANAGER,
        () -> {
          publish(onEveryClaim("TEST-HOLD", HOLD));
          var claim = billed();
          server.bean(PayerRuleBook.class).retire("TEST-HOLD", 1, "not needed any more");

          var scrubbed =
              held.weekAfterService(claim, () -> held.claims.scrubAgain(claim.publicId()));

          assertThat(claim.status()).isEqualTo(ClaimStatus.HELD);
          assertThat(scrubbed.status()).isEqualTo(ClaimStatus.READY);
        });
  }

  @Test
  void aPublishedRuleThatCannotBeReadIsAFindingAndStopsNothing() {
    held.undone(
        Role.MANAGER,
        () -> {
          publish(onEveryClaim("TEST-HOLD", HOLD));
          jdbc.sql(
                  """
                  insert into payer_rule_version (rule_id, version, state, title, owner, reason, effective_from, text,
                    digest, saved_by, saved_at)
                  values ('TEST-OLD', 1, 'PUBLISHED', 'Old', 'Mara', 'Old', '2020-01-01', 'rule: [', 'x', 'mara', now())
                  """)
              .update();

          var claim = billed();

          assertThat(held.open(claim)).containsExactlyInAnyOrder("TEST-OLD", "TEST-HOLD");
          assertThat(held.claims.findings(claim.id()))
              .anySatisfy(f -> {
                assertThat(f.ruleId()).isEqualTo("TEST-OLD");
                assertThat(f.severity()).isEqualTo("WARNING");
                assertThat(f.message()).contains("cannot be read");
              });
        });
  }
}
