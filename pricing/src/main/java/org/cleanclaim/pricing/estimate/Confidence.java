package org.cleanclaim.pricing.estimate;

import java.util.List;

/// How far an estimate may be trusted, and why not further.
///
/// @param reasons in words; empty when the level is high
public record Confidence(Level level, List<String> reasons) {

  /// From the most trusted to the least.
  public enum Level {
    /// Every line is priced by agreed amounts and the accumulators are fresh.
    HIGH,
    /// An amount rests on something that may still change.
    MEDIUM,
    /// A part is missing from the estimate.
    LOW
  }

  public Confidence {
    reasons = List.copyOf(reasons);
  }
}
