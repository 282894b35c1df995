package org.cleanclaim.app.transport;

import java.time.Instant;
import java.util.UUID;
import org.cleanclaim.app.exchange.Usage;
import org.jspecify.annotations.Nullable;

/// One file on its way to a receiver.
///
/// @param fileId the file as it was written
/// @param carriedFileId the file that travels: a copy that was addressed anew where it took another
///   way
/// @param usage what the connection is for
/// @param attempts how often it was tried
/// @param trouble why it has not arrived yet, null when nothing went wrong
public record Delivery(
    long id,
    UUID publicId,
    long fileId,
    long carriedFileId,
    String fileName,
    String fileKind,
    long byteCount,
    long payerId,
    String payer,
    long connectionId,
    String connection,
    Usage usage,
    Stage stage,
    int attempts,
    Instant nextAttemptAt,
    @Nullable String trouble,
    Instant queuedAt,
    @Nullable Instant deliveredAt) {

  /// How far it has come.
  public enum Stage {
    /// The receiver certainly has not got it.
    WAITING("Waiting"),
    /// It lies with the receiver's server; whether the receiver has seen it is to be looked at.
    UPLOADED("Uploaded"),
    DELIVERED("Delivered");

    private final String title;

    Stage(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }
}
