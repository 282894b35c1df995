package org.cleanclaim.app.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a payer said of a claim by telephone or on its portal.
///
/// @param spokeWith who said it; null when it was not a person
/// @param reference the payer's number of the call; null when it gave none
/// @param lookAgainOn the day on which somebody looks at the claim again; null for none
public record PayerCall(
    UUID publicId,
    String said,
    @Nullable String spokeWith,
    @Nullable String reference,
    @Nullable LocalDate lookAgainOn,
    String keptBy,
    Instant keptAt) {
  /// Names nobody.
  @Override
  public String toString() {
    return "PayerCall[" + publicId + "]";
  }
}
