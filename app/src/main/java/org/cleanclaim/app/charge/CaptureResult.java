package org.cleanclaim.app.charge;

import java.util.List;

/// What came of entering charges.
public sealed interface CaptureResult {

  /// All lines are captured and posted.
  record Captured(List<Charge> charges) implements CaptureResult {}

  /// The fee schedule has no price; nothing was captured.
  ///
  /// @param message names the code and the day, and what to do
  record NotPriced(String message) implements CaptureResult {}
}
