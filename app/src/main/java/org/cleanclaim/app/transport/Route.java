package org.cleanclaim.app.transport;

import org.jspecify.annotations.Nullable;

/// The way that a payer's files of one kind take.
///
/// @param kind of the files: 837P, 837I, 270, 276 or 278
/// @param standby takes over after [Deliveries#TRIES_BEFORE_STANDBY] failures, null for none
/// @param receiverId the payer's or clearinghouse's own id on this way (ISA08, GS03)
public record Route(
    long payerId,
    String payer,
    String kind,
    Connection connection,
    @Nullable Connection standby,
    String receiverId) {}
