package org.cleanclaim.app.chart;

/// What became of a [ChartChange].
public sealed interface ChangeResult {
  /// The revision of the chart: after the change, or now where nothing was done.
  long revision();

  /// It was made now.
  record Made(long revision) implements ChangeResult {}

  /// It had been made before, when it came for the first time.
  record MadeBefore(long revision) implements ChangeResult {}

  /// The chart had changed since the screen showed it; nothing was done.
  ///
  /// @param sentence who changed it, when, and what that means
  record Conflict(long revision, String sentence) implements ChangeResult {}

  /// It is not possible; nothing was done.
  record Refused(long revision, String sentence) implements ChangeResult {}
}
