package org.cleanclaim.app.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.authorization.Authorization;
import org.cleanclaim.app.authorization.AuthorizationEntry;
import org.cleanclaim.app.authorization.AuthorizationKind;
import org.cleanclaim.app.authorization.AuthorizationNeeds;
import org.cleanclaim.app.authorization.AuthorizationRefusal;
import org.cleanclaim.app.authorization.AuthorizationSource;
import org.cleanclaim.app.authorization.AuthorizationStatus;
import org.cleanclaim.app.authorization.AuthorizationUse;
import org.cleanclaim.app.authorization.AuthorizationUses;
import org.cleanclaim.app.authorization.Authorizations;
import org.cleanclaim.app.authorization.ServiceRange;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.deadline.Clock;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ClaimAuthorizationsTest {
  private final DemoServer server = DemoServer.shared();
  private final HeldClaims held = new HeldClaims();
  private final Authorizations authorizations = server.bean(Authorizations.class);
  private final AuthorizationUses uses = server.bean(AuthorizationUses.class);
  private final AuthorizationNeeds needs = server.bean(AuthorizationNeeds.class);
  private final ClaimUpdates updates = server.bean(ClaimUpdates.class);
  private final JdbcClient jdbc = server.bean(JdbcClient.class);

  private interface Work {
    void on(BilledClaim claim, String code);
  }

  /// A held claim whose first code the payer pays with an authorization only.
  private void needing(Work work) {
    held.undone(
        Role.MANAGER,
        () -> {
          var claim = held.held(1, c -> c).getFirst();
          jdbc.sql("update encounter set authorization_number = null where encounter_id = :id")
              .param("id", claim.encounterId().value())
              .update();
          String code =
              Objects.requireNonNull(claim.snapshot().lines().getFirst().procedure()).value();
          var payer = server.bean(Payers.class).get(claim.payerId());
          needs.add(payer, code, null, claim.servedFrom(), null, "Letter of the payer");
          work.on(claim, code);
        });
  }

  private Authorization given(BilledClaim claim, String number, String code, String units) {
    return authorizations.add(
        claim.patientId(), claim.payerId(), entry(claim, number, code, units));
  }

  private static AuthorizationEntry entry(
      BilledClaim claim, String number, String code, String units) {
    return new AuthorizationEntry(
        AuthorizationKind.PRIOR_AUTHORIZATION,
        AuthorizationStatus.APPROVED,
        number,
        AuthorizationSource.PHONE,
        List.of(ServiceRange.of(code).orElseThrow()),
        new BigDecimal(units),
        claim.servedFrom().minusDays(5),
        claim.servedFrom().plusDays(60),
        null,
        null);
  }

  private BilledClaim rebuilt(BilledClaim claim) {
    return held.weekAfterService(claim, () -> held.claims.rebuild(claim.id(), "again"));
  }

  private Authorization again(Authorization one) {
    return authorizations.find(one.publicId()).orElseThrow();
  }

  @Test
  void theOnlyOneThatFitsIsAttachedAndBurnsDown() {
    needing((claim, code) -> {
      assertThat(held.open(rebuilt(claim))).contains("AUTH-MISSING");
      var one = given(claim, "A-77", code, "12");

      var attached = rebuilt(claim);

      assertThat(attached.snapshot().authorizationNumber()).isEqualTo("A-77");
      assertThat(held.open(attached)).doesNotContain("AUTH-MISSING", "AUTH-UNITS");
      var units = attached.snapshot().lines().getFirst().unitsBilled();
      assertThat(uses.of(again(one)))
          .extracting(AuthorizationUse::controlNumber)
          .contains(claim.controlNumber());
      assertThat(again(one).unitsLeft()).isEqualByComparingTo(new BigDecimal("12").subtract(units));
      assertThat(uses.ofClaim(claim.id().value())).hasSize(1);
    });
  }

  @Test
  void aServiceDrawsOnItsOwnUnitsUnderTheNumberOfSeveral() {
    needing((claim, code) -> {
      var other = given(claim, "A-5", "97799", "4");
      var own = given(claim, "A-5", code, "12");

      var attached = rebuilt(claim);

      assertThat(attached.snapshot().authorizationNumber()).isEqualTo("A-5");
      assertThat(held.open(attached)).doesNotContain("AUTH-MISSING", "AUTH-CODE", "AUTH-UNITS");
      assertThat(again(own).unitsUsed()).isPositive();
      assertThat(again(other).unitsUsed()).isEqualByComparingTo("0");
    });
  }

  @Test
  void theEndOfWhatIsUsedUpIsNotWatchedUntilUnitsComeBack() {
    needing((claim, code) -> {
      var units =
          claim.snapshot().lines().stream()
              .filter(line -> line.procedure() != null && line.procedure().value().equals(code))
              .map(ServiceLine::unitsBilled)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      var one =
          authorizations.add(
              claim.patientId(),
              claim.payerId(),
              new AuthorizationEntry(
                  AuthorizationKind.PRIOR_AUTHORIZATION,
                  AuthorizationStatus.APPROVED,
                  "A-6",
                  AuthorizationSource.PHONE,
                  List.of(ServiceRange.of(code).orElseThrow()),
                  units,
                  claim.servedFrom().minusDays(5),
                  authorizations.today().plusDays(30),
                  null,
                  null));
      assertThat(end(one).isOpen()).isTrue();

      rebuilt(claim);
      assertThat(end(one).state()).isEqualTo(Clock.State.ENDED);

      updates.move(claim.id(), ClaimStatus.VOIDED, "Voided", "A test voids it", null);
      assertThat(end(one).isOpen()).isTrue();
    });
  }

  private Clock end(Authorization one) {
    return server
        .bean(Deadlines.class)
        .find(ClockKind.AUTHORIZATION_END, "authorization " + one.publicId(), 1)
        .orElseThrow();
  }

  @Test
  void amongSeveralAPersonChooses() {
    needing((claim, code) -> {
      given(claim, "A-1", code, "12");
      given(claim, "A-2", code, "12");

      var open = rebuilt(claim);

      assertThat(open.snapshot().authorizationNumber()).isNull();
      assertThat(held.open(open)).contains("AUTH-SEVERAL").doesNotContain("AUTH-MISSING");
      assertThat(held.claims.findings(open.id()))
          .anyMatch(f -> f.remedy().contains("A-1") && f.remedy().contains("A-2"));
    });
  }

  @Test
  void oneWithTooFewUnitsIsNotAttached() {
    needing((claim, code) -> {
      given(claim, "A-1", code, "0.5");
      assertThat(rebuilt(claim).snapshot().authorizationNumber()).isNull();
    });
  }

  @Test
  void aVoidGivesBackWhatWasUsed() {
    needing((claim, code) -> {
      var one = given(claim, "A-1", code, "12");
      rebuilt(claim);

      updates.move(claim.id(), ClaimStatus.VOIDED, "Voided", "A test voids it", null);

      assertThat(again(one).unitsUsed()).isEqualByComparingTo("0");
      assertThat(uses.of(again(one)))
          .isNotEmpty()
          .allMatch(use -> use.reversedAt() != null && use.left() == null);
    });
  }

  @Test
  void aChangeOfTheNumberMovesTheUse() {
    needing((claim, code) -> {
      var one = given(claim, "A-1", code, "12");
      rebuilt(claim);

      authorizations.change(
          one.publicId(), one.version(), entry(claim, "A-9", code, "12"), "misheard");

      assertThat(again(one).unitsUsed()).as("no claim names it").isEqualByComparingTo("0");
      assertThatThrownBy(() ->
              authorizations.change(
                  one.publicId(), one.version(), entry(claim, "A-1", code, "12"), "back"))
          .isInstanceOf(AuthorizationRefusal.class)
          .hasMessageContaining("meanwhile");
      authorizations.change(
          one.publicId(), again(one).version(), entry(claim, "A-1", code, "12"), "back");
      assertThat(again(one).unitsUsed()).isPositive();
    });
  }

  @Test
  void aRuleHoldsInItsSettingAndDays() {
    needing((claim, code) -> {
      var payer = server.bean(Payers.class).get(claim.payerId());
      var rule =
          needs.all().stream()
              .filter(r -> r.payerId() == claim.payerId())
              .findFirst()
              .orElseThrow();
      assertThat(held.open(rebuilt(claim))).contains("AUTH-MISSING");
      needs.end(rule.publicId(), claim.servedFrom().minusDays(1), "over");
      needs.add(payer, code, "99", claim.servedFrom(), null, "elsewhere alone");

      assertThat(held.open(rebuilt(claim))).doesNotContain("AUTH-MISSING");
    });
  }

  @Test
  void rightsAreChecked() {
    needing((claim, code) -> {});
    held.undone(
        Role.CODER,
        () -> {
          var claim = held.claims.find(held.ids(1).getFirst()).orElseThrow();
          assertThatThrownBy(() -> given(claim, "A-1", "99213", "1"))
              .isInstanceOf(AccessDeniedForActor.class);
        });
  }

  @Test
  void theSameNumberIsOnFileOnce() {
    needing((claim, code) -> {
      given(claim, "A-1", code, "12");
      assertThatThrownBy(() -> given(claim, "A-1", code, "6"))
          .isInstanceOf(AuthorizationRefusal.class)
          .hasMessageContaining("already");
    });
  }
}
