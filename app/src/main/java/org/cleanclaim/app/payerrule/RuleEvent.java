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
    SAVED("Saved"),
    COPIED("Copied"),
    REPLAYED("Replayed"),
    PUBLISHED("Published"),
    /// No past claim was there that the rule is about.
    PUBLISHED_UNTRIED("Published without past claims"),
    RETIRED("Retired");

    private final String title;

    What(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }
}
