package org.cleanclaim.app.codingqueue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A second look at a finished chart.
///
/// @param why the rule that chose it, in a sentence
/// @param decision null while nobody has decided
public record CodingReview(
    UUID publicId,
    UUID encounterId,
    String visitNumber,
    String patient,
    String why,
    String coder,
    Instant askedAt,
    @Nullable Decision decision,
    @Nullable String decidedBy,
    @Nullable String note) {
  /// What the second person said.
  public enum Decision {
    APPROVED,
    RETURNED
  }
}
