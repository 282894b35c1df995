package org.cleanclaim.kernel;

import org.cleanclaim.kernel.code.Carc;
import org.jspecify.annotations.Nullable;

/// What a check has to say: one plain sentence, where it points, how to mend it, and the source of
/// the rule. The same finding is shown on screen, in the API, by the command line and in tests.
///
/// @param message one sentence for a biller or coder; no patient data
/// @param remedy what to do, one sentence
/// @param expectedDenial the reason code a payer would deny with, when known
public record Finding(
    RuleId rule,
    Layer layer,
    Severity severity,
    Place place,
    String message,
    String remedy,
    @Nullable Carc expectedDenial,
    Citation source) {

  public boolean blocks() {
    return severity == Severity.ERROR;
  }
}
