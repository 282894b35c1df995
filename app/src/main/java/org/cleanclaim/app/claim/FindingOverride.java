package org.cleanclaim.app.claim;

import java.time.Instant;
import java.util.UUID;

/// Somebody's decision to send a claim in spite of a finding.
///
/// @param content digest of what the finding looked at; another content asks again
public record FindingOverride(
    UUID id,
    String ruleId,
    String place,
    String content,
    String reason,
    String overriddenBy,
    Instant overriddenAt) {}
