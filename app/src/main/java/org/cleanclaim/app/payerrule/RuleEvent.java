package org.cleanclaim.app.payerrule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One step in the life of a rule.
///
/// @param reason why, where it was asked for
public record RuleEvent(
    int version, What what, @Nullable String reason, String actor, Instant happenedAt) {

  /// What was done.
  public enum What {
    SAVED,
    COPIED,
    REPLAYED,
    PUBLISHED,
    RETIRED
  }
}
