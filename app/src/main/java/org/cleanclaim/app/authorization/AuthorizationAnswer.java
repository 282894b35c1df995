package org.cleanclaim.app.authorization;

import java.time.Instant;
import java.util.UUID;
import org.cleanclaim.app.authorization.AuthorizationRequest.Outcome;

/// What a payer answered to a request; a later one may change it or take it back.
///
/// @param file the 278 as it came, or the TA1 or 999 that refused the request
public record AuthorizationAnswer(
    UUID publicId, Instant answeredAt, Outcome outcome, String inWords, UUID file) {}
