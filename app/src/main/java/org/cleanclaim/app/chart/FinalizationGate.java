package org.cleanclaim.app.chart;

import java.util.Optional;

/// Somebody who may hold the codes of a chart back before they are final. Parts above the coder's
/// work are asked through it.
public interface FinalizationGate {
  /// Why the codes as they stand are not final yet, in a sentence; empty to let them pass.
  Optional<String> holdsBack(Chart chart);
}
