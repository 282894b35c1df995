package org.cleanclaim.app.claim;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A field of a claim that was changed to mend a finding.
///
/// @param revision of the claim that the change made
/// @param before in words
/// @param undoneBy who took it back; null while it holds
public record AppliedChange(
    int revision,
    String ruleId,
    FixKind kind,
    String before,
    String after,
    String reason,
    String changedBy,
    Instant changedAt,
    @Nullable String undoneBy,
    @Nullable String undoneWhy) {}
