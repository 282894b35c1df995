package org.cleanclaim.app.claim;

import org.cleanclaim.edits.Rule;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Overriding;
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
  /// Who may override it. What the practice's own rules hold, its managers may let go.
  public OverrideRight overrideRight() {
    boolean isOwnRule = layer.equals(Layer.PAYER_RULE.name());
    if (isOwnRule && severity.equals(Severity.ERROR.name())) return OverrideRight.MANAGER;
    return OverrideRight.of(
        Rule.find(ruleId)
            .map(Rule::overriding)
            .orElseGet(() -> Overriding.usual(Severity.valueOf(severity))));
  }
}
