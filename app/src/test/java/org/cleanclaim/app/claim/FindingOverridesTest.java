package org.cleanclaim.app.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.FindingOverrides.Result;
import org.cleanclaim.kernel.identifier.MemberId;
import org.junit.jupiter.api.Test;

class FindingOverridesTest {
  private static final String RULE = "MOD-25";
  private static final String REASON = "The payer asked for it in its letter";

  private final DemoServer server = DemoServer.shared();
  private final FindingOverrides overrides = server.bean(FindingOverrides.class);
  private final HeldClaims held = new HeldClaims();

  private Result override(BilledClaim claim, String rule) {
    String place =
        held.claims.findings(claim.id()).stream()
            .filter(f -> f.ruleId().equals(rule))
            .findFirst()
            .map(ShownFinding::place)
            .orElse("whole claim");
    return held.weekAfterService(
        claim, () -> overrides.override(claim.publicId(), rule, place, REASON));
  }

  @Test
  void anOverriddenClaimGoesAndShowsWhoAndWhy() {
    held.undone(
        Role.MANAGER,
        () -> {
          var claim = held.held(1, HeldClaims::with25OnTheLastLine).getFirst();

          var result = override(claim, RULE);

          assertThat(result).isInstanceOf(Result.Done.class);
          assertThat(held.claims.get(claim.id()).status()).isEqualTo(ClaimStatus.READY);
          var shown = held.claims.findings(claim.id()).getFirst().override();
          assertThat(shown.overriddenBy()).isEqualTo("pat");
          assertThat(shown.reason()).isEqualTo(REASON);
          assertThat(held.claims.timeline(claim.id()))
              .anyMatch(e -> e.what().equals("Overridden") && e.why().contains(REASON));
          assertThat(server.bean(AuditTrail.class).latest(claim.patientId().value(), 5))
              .anyMatch(e -> e.action().equals("overrode " + RULE) && REASON.equals(e.reason()));
        });
  }

  @Test
  void itHoldsThroughAnotherScrubWhileTheContentIsTheSame() {
    held.undone(
        Role.MANAGER,
        () -> {
          var claim = held.held(1, HeldClaims::with25OnTheLastLine).getFirst();
          override(claim, RULE);

          var again = held.weekAfterService(claim, () -> held.claims.scrubAgain(claim.publicId()));

          assertThat(again.status()).isEqualTo(ClaimStatus.READY);
          assertThat(held.claims.findings(claim.id())).hasSize(1);
        });
  }

  @Test
  void anotherContentUnderTheFindingAsksAgain() {
    held.undone(
        Role.MANAGER,
        () -> {
          var claim = held.held(1, HeldClaims::with25OnTheLastLine).getFirst();
          override(claim, RULE);

          var changed =
              held.hold(claim.publicId(), c -> HeldClaims.withModifierOnTheLastLine(c, "GY"));

          assertThat(changed.status()).isEqualTo(ClaimStatus.HELD);
          assertThat(held.open(changed)).contains(RULE);
        });
  }

  @Test
  void aWithdrawnOverrideHoldsTheClaimAgain() {
    held.undone(
        Role.MANAGER,
        () -> {
          var claim = held.held(1, HeldClaims::with25OnTheLastLine).getFirst();
          override(claim, RULE);
          var id = held.claims.findings(claim.id()).getFirst().override().id();

          held.weekAfterService(claim, () -> overrides.withdraw(claim.publicId(), id));

          assertThat(held.claims.get(claim.id()).status()).isEqualTo(ClaimStatus.HELD);
          assertThat(overrides.withdraw(claim.publicId(), id)).isInstanceOf(Result.Refused.class);
          assertThat(override(claim, RULE)).isInstanceOf(Result.Done.class);
        });
  }

  @Test
  void anErrorTakesAManager() {
    held.undone(
        Role.BILLER,
        () -> {
          var claim = held.held(1, HeldClaims::with25OnTheLastLine).getFirst();

          assertThat(override(claim, RULE))
              .isEqualTo(new Result.NotAllowed(Permission.OVERRIDE_FINDING));
          assertThat(held.claims.get(claim.id()).status()).isEqualTo(ClaimStatus.HELD);
        });
  }

  @Test
  void whatThePayerCannotReadNobodyOverrides() {
    held.undone(
        Role.MANAGER,
        () -> {
          var claim = held.held(1, c -> ClaimCopies.memberId(c, new MemberId("???"))).getFirst();

          assertThat(held.open(claim)).contains("DEMO-MEMBER-ID");
          assertThat(((Result.Refused) override(claim, "DEMO-MEMBER-ID")).why())
              .contains("cannot be overridden by anybody");
        });
  }

  @Test
  void aSentClaimAnUnknownFindingAndAMissingReasonAreRefused() {
    held.undone(
        Role.MANAGER,
        () -> {
          var sent = held.claims.find(held.ids(1).getFirst()).orElseThrow();
          assertThat(((Result.Refused) override(sent, RULE)).why()).contains("adjudicated");
          var claim = held.held(1, HeldClaims::with25OnTheLastLine).getFirst();

          assertThat(((Result.Refused) override(claim, "NO-SUCH-RULE")).why())
              .contains("no open finding NO-SUCH-RULE");
          assertThat(overrides.override(claim.publicId(), RULE, "whole claim", " "))
              .isInstanceOf(Result.Refused.class);
        });
  }
}
