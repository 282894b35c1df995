package org.cleanclaim.app.transport;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The way that a payer's files of one kind take.
///
/// @param kind of the files: 837P, 837I, 270, 275, 276 or 278
/// @param standby takes over after [Deliveries#TRIES_BEFORE_STANDBY] failures, null for none
/// @param receiverId the payer's or clearinghouse's own id on this way (ISA08, GS03)
public record Route(
    long payerId,
    String payer,
    String kind,
    Connection connection,
    @Nullable Standby standby,
    String receiverId) {

  /// What takes over when the connection fails.
  ///
  /// @param receiverId the payer's or clearinghouse's id over it; blank for that of the first way
  public record Standby(Connection connection, String receiverId) {}

  /// The receiver's id over a connection; empty for one that is not of this way.
  Optional<String> receiverOver(Connection other) {
    if (other.id() == connection.id()) return Optional.of(receiverId);
    if (standby == null || standby.connection().id() != other.id()) return Optional.empty();
    return Optional.of(standby.receiverId().isBlank() ? receiverId : standby.receiverId());
  }
}
