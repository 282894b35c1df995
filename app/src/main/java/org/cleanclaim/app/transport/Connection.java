package org.cleanclaim.app.transport;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line to a payer or a clearinghouse.
///
/// @param isPaused nothing is sent or fetched until somebody takes the pause away
/// @param workedAt when it last worked
/// @param trouble why it did not work the last time, null when it did
/// @param version to be sent back with a change
public record Connection(
    long id,
    UUID publicId,
    ConnectionSettings settings,
    boolean isPaused,
    @Nullable Instant workedAt,
    @Nullable String trouble,
    int version) {
  public String name() {
    return settings.name();
  }
}
