package org.cleanclaim.app.codingaudit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A difference with what auditor and coder said to it.
///
/// @param reason the auditor's, null until it is written
/// @param answer the coder's, null until given; a rebuttal has a text and a reference
public record AuditDifference(
    UUID publicId,
    Mark mark,
    Topic topic,
    @Nullable String reason,
    @Nullable Answer answer,
    @Nullable String answerText,
    @Nullable String answerReference,
    @Nullable Instant answeredAt,
    @Nullable Decision decision,
    @Nullable String decisionText,
    @Nullable String decidedBy) {

  /// What the coder says to a difference.
  public enum Answer {
    ACCEPTED,
    REBUTTED
  }

  /// What the auditor decides.
  public enum Decision {
    UPHELD,
    OVERTURNED
  }

  /// Whether nothing is left to do about it.
  public boolean isSettled() {
    return decision != null || answer == Answer.ACCEPTED;
  }

  /// What it counts as decided so far.
  public Tally tally() {
    return decision == Decision.OVERTURNED ? mark.overturned() : mark.tally();
  }
}
