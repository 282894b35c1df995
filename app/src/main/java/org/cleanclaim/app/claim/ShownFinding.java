package org.cleanclaim.app.claim;

import org.jspecify.annotations.Nullable;

/// A finding as kept with the claim, for screens and files.
public record ShownFinding(
    int revision,
    String ruleId,
    String layer,
    String severity,
    String place,
    String message,
    String remedy,
    @Nullable String expectedDenial,
    String source) {}
