package org.cleanclaim.app.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody keeps a claim back for a reason that no rule knows. It does not go while a hold stands.
///
/// @param number counts the holds of the practice
/// @param lookAgainOn the day on which somebody looks at it again; null for none
/// @param releasedBy null while it stands
public record ClaimHold(
    long number,
    UUID publicId,
    ClaimId claimId,
    String reason,
    @Nullable LocalDate lookAgainOn,
    String heldBy,
    Instant heldAt,
    @Nullable String releasedBy,
    @Nullable Instant releasedAt) {
  /// What somebody does about a claim that nothing but holds keeps back.
  public static final String NEXT_STEP = "Release the hold when its reason is gone";

  /// Who holds it and why, with the day on which it is looked at.
  public String inWords() {
    String until = lookAgainOn == null ? "" : ", to be looked at on " + lookAgainOn;
    return "%s holds it%s: %s".formatted(heldBy, until, reason);
  }

  public boolean isStanding() {
    return releasedAt == null;
  }
}
