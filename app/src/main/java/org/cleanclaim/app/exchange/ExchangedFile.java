package org.cleanclaim.app.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that went out or came in; its bytes lie in the archive.
///
/// @param kind 837P, 835, 999, TA1, 277CA, 270, 271 or OTHER
/// @param isRepeat the same bytes had been exchanged before
public record ExchangedFile(
    long id,
    UUID publicId,
    Direction direction,
    String kind,
    String name,
    String sha256,
    long byteCount,
    @Nullable String interchangeControlNumber,
    Instant exchangedAt,
    boolean isRepeat) {

  /// Which way a file went.
  public enum Direction {
    SENT,
    RECEIVED
  }
}
