package org.cleanclaim.app.codingqueue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A second look at a finished chart.
///
/// @param why the rule that chose it, in a sentence
/// @param codes as they were when the review was asked: diagnoses and procedures with what was
///   present on admission, then services with their units
/// @param decision null while nobody has decided
public record CodingReview(
    UUID publicId,
    UUID encounterId,
    String visitNumber,
    String patient,
    String why,
    String coder,
    String codes,
    Instant askedAt,
    @Nullable Decision decision,
    @Nullable String decidedBy,
    @Nullable String note) {
  /// The same for somebody who may not see the codes.
  CodingReview withoutCodes() {
    return new CodingReview(
        publicId,
        encounterId,
        visitNumber,
        patient,
        why,
        coder,
        "",
        askedAt,
        decision,
        decidedBy,
        note);
  }

  /// What the second person said.
  public enum Decision {
    APPROVED,
    RETURNED
  }
}
