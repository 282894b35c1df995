package org.cleanclaim.kernel;

/// How much a [Finding] weighs.
public enum Severity {
  /// The claim or chart cannot go on until this is mended.
  ERROR,
  /// Likely to be denied or wrong; somebody should look, and may go on with a reason.
  WARNING,
  /// Worth knowing; nothing has to be done.
  INFORMATION
}
