package org.cleanclaim.app.claim;

import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Severity;
import org.jspecify.annotations.Nullable;

/// A finding as kept with the claim, for screens and files.
///
/// @param override who sends the claim in spite of it, and why; null when nobody does
public record ShownFinding(
    int revision,
    String ruleId,
    String layer,
    String severity,
    @Nullable Integer serviceLine,
    String place,
    String message,
    String remedy,
    @Nullable String expectedDenial,
    String source,
    @Nullable FindingOverride override) {
  /// Who may override it.
  public OverrideRight overrideRight() {
    return OverrideRight.of(Layer.valueOf(layer), Severity.valueOf(severity));
  }
}
