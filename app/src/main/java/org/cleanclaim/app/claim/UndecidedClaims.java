package org.cleanclaim.app.claim;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes a payer's decision from a claim that it was not about: the claim stands as it did before.
@Component
@Transactional
public class UndecidedClaims {
  /// How a claim stood before a decision.
  public record Before(ClaimStatus status, @Nullable String payerClaimControlNumber) {}

  private final JdbcClient jdbc;
  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final FollowingClaims following;
  private final ClaimClocks clocks;

  UndecidedClaims(
      JdbcClient jdbc,
      ClaimRecords records,
      ClaimUpdates updates,
      FollowingClaims following,
      ClaimClocks clocks) {
    this.jdbc = jdbc;
    this.records = records;
    this.updates = updates;
    this.following = following;
    this.clocks = clocks;
  }

  @Transactional(readOnly = true)
  public Before before(ClaimId id) {
    var claim = records.find(id).orElseThrow();
    return new Before(claim.status(), claim.payerClaimControlNumber());
  }

  /// Why a decision cannot be taken from a claim: another claim that went out rests on it.
  @Transactional(readOnly = true)
  public Optional<String> refusal(ClaimId id) {
    var claim = records.find(id).orElseThrow();
    if (claim.status() != ClaimStatus.ADJUDICATED) {
      return Optional.of(
          "Claim %s is %s by now, and what stands in its place rests on the decision."
              .formatted(claim.controlNumber(), claim.status().title().toLowerCase(Locale.ROOT)));
    }
    return following
        .next(id)
        .filter(next -> !next.status().isChangeable())
        .map(next ->
            "Claim %s asks the next payer for what the decision left and was sent. Void that one first."
                .formatted(next.controlNumber()));
  }

  /// The decision is gone. Where no other stands, the claim is where it was before.
  public void undecided(ClaimId id, Before before, boolean isDecidedElse, String why) {
    var claim = records.find(id).orElseThrow();
    if (isDecidedElse || before.status() == ClaimStatus.ADJUDICATED) {
      updates.note(id, "A decision was taken away", why, null, null);
      return;
    }
    jdbc.sql(
            """
            update claim
            set status = :status, adjudicated_at = null, payer_claim_control_number = :number, version = version + 1
            where claim_id = :id
            """)
        .param("status", before.status().name())
        .param("number", before.payerClaimControlNumber())
        .param("id", id.value())
        .update();
    updates.note(id, "Decision taken away", why, before.status().nextStep(), null);
    clocks.undecided(claim, before.status(), why);
    following.undecided(claim, why);
  }
}
