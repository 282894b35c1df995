package org.cleanclaim.app.claim;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One step of a claim's timeline.
///
/// @param fileId the exchanged file that caused it
public record ClaimEvent(
    Instant happenedAt,
    String actor,
    String what,
    String why,
    @Nullable String nextStep,
    @Nullable Long fileId) {}
