package org.cleanclaim.app.web.payer;

import org.cleanclaim.app.transport.Route;
import org.jspecify.annotations.Nullable;

/// How a payer's files of one kind travel.
///
/// @param route null when they stay in the outbox
/// @param number by which the payer is named in them
public record PayerWay(String kind, @Nullable Route route, String number) {}
