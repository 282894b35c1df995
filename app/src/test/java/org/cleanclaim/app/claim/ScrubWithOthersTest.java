package org.cleanclaim.app.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.kernel.claim.Claim;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What two claims have in common is found on the one that waits, whichever came first.
class ScrubWithOthersTest {
  private final HeldClaims held = new HeldClaims();
  private final JsonColumns json = DemoServer.shared().bean(JsonColumns.class);
  private final JdbcClient jdbc = DemoServer.shared().bean(JdbcClient.class);

  @Test
  void aClaimThatWaitsIsLookedAtAgainWhenAnotherComesBesideIt() {
    held.undone(
        Role.MANAGER,
        () -> {
          var ids = held.ids(2);
          var later = held.claims.find(ids.getLast()).orElseThrow();
          set(later, "VOIDED");
          jdbc.sql("update claim set patient_id = :patient where public_id = :id")
              .param("patient", later.patientId().value())
              .param("id", ids.getFirst())
              .update();
          var waiting = held.hold(ids.getFirst(), claim -> sameServices(claim, later));
          assertThat(waiting.status()).isEqualTo(ClaimStatus.READY);
          set(later, "HELD");

          held.weekAfterService(later, () -> held.claims.rebuild(later.id(), "again"));

          assertThat(held.claims.get(waiting.id()).status()).isEqualTo(ClaimStatus.HELD);
          assertThat(held.open(waiting)).contains("DUP-EXACT");
          assertThat(held.claims.timeline(waiting.id()).getLast().why())
              .contains(later.controlNumber());
        });
  }

  private Claim sameServices(Claim claim, BilledClaim other) {
    String theirs = json.write(other.snapshot());
    return json.read(
        theirs.replace(other.controlNumber(), claim.controlNumber().value()), Claim.class);
  }

  private void set(BilledClaim claim, String status) {
    jdbc.sql("update claim set status = :status where public_id = :id")
        .param("status", status)
        .param("id", claim.publicId())
        .update();
  }
}
