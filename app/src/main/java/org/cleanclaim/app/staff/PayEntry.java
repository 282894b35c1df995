package org.cleanclaim.app.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A line of somebody's pay history.
///
/// @param enteredBy user name of whoever entered it
/// @param enteredAt null for what was entered before the time was kept
/// @param standing whether it holds today
public record PayEntry(Pay pay, String enteredBy, @Nullable Instant enteredAt, Standing standing) {

  /// What a line of the history says about today.
  public enum Standing {
    /// A later line of the same day took its place.
    CORRECTED("corrected by a later entry"),
    /// It held until a later day's.
    PAST("past"),
    HOLDS("holds today"),
    TO_COME("to come");

    private final String title;

    Standing(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }
}
