package org.cleanclaim.app.payerrule;

import java.time.Instant;
import org.cleanclaim.kernel.EffectivePeriod;

/// A version of a rule as it is kept.
///
/// @param owner who answers for the rule
/// @param reason why the rule was made
/// @param period days of service on which it holds, unless a later version takes over
/// @param text as it was typed, in the form of the rule files
/// @param digest SHA-256 of the text
/// @param savedAt when the text was typed last
public record RuleVersion(
    String ruleId,
    int version,
    State state,
    String title,
    String owner,
    String reason,
    EffectivePeriod period,
    String text,
    String digest,
    String savedBy,
    Instant savedAt) {

  /// How far a version has come.
  public enum State {
    /// May be changed; does nothing yet.
    DRAFT,
    /// Judges claims; its text stays as it is.
    PUBLISHED,
    /// Judges no claim any more, or never did.
    RETIRED
  }
}
