package org.cleanclaim.app.chart;

import java.util.List;
import org.cleanclaim.kernel.Finding;

/// What came of finalizing a chart.
public sealed interface FinalizeResult {

  /// The codes are final; warnings may remain.
  record Finalized(List<Finding> findings) implements FinalizeResult {}

  /// The codes wait for a second review.
  ///
  /// @param why in a sentence
  record UnderReview(String why, List<Finding> findings) implements FinalizeResult {}

  /// Hard stops remain; nothing was changed.
  record Stopped(List<Finding> findings) implements FinalizeResult {}
}
