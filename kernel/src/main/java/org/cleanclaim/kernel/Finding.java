package org.cleanclaim.kernel;

import java.util.Objects;
import org.cleanclaim.kernel.code.Carc;
import org.cleanclaim.kernel.code.Rarc;
import org.jspecify.annotations.Nullable;

/// What a check has to say: one plain sentence, where it points, how to mend it, and the source of
/// the rule. The same finding is shown on screen, in the API, by the command line and in tests.
///
/// @param message one sentence for a biller or coder; no patient data
/// @param remedy what to do, one sentence
/// @param expectedDenial the reason code a payer would deny with, when known
/// @param source where the rule stands and on which days of service it holds
/// @param expectedRemark the remark code that would come with the denial, when known
/// @param overriding who may go on in spite of it; what is usual for the severity where a finding
///   written down earlier does not say
public record Finding(
    RuleId rule,
    Layer layer,
    Severity severity,
    Place place,
    String message,
    String remedy,
    @Nullable Carc expectedDenial,
    Citation source,
    @Nullable Rarc expectedRemark,
    Overriding overriding) {
  public Finding {
    overriding = Objects.requireNonNullElseGet(overriding, () -> Overriding.usual(severity));
  }

  /// A finding without remark, overridden as is usual for its severity.
  public Finding(
      RuleId rule,
      Layer layer,
      Severity severity,
      Place place,
      String message,
      String remedy,
      @Nullable Carc expectedDenial,
      Citation source) {
    this(
        rule,
        layer,
        severity,
        place,
        message,
        remedy,
        expectedDenial,
        source,
        null,
        Overriding.usual(severity));
  }

  public boolean blocks() {
    return severity == Severity.ERROR;
  }
}
