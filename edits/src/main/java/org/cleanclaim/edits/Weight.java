package org.cleanclaim.edits;

import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Overriding;
import org.cleanclaim.kernel.Severity;

/// How much the edits of Medicare weigh on the claims of a payer.
public enum Weight {
  /// The payer denies by them: an error is an error.
  HOLD,
  /// The payer may deny by them: an error becomes a warning.
  WARN,
  /// The payer does not know them: nothing is said.
  OFF;

  /// A finding as it weighs here.
  Finding of(Finding finding) {
    if (this != WARN || finding.severity() != Severity.ERROR) return finding;
    return new Finding(
        finding.rule(),
        finding.layer(),
        Severity.WARNING,
        finding.place(),
        finding.message() + " The payer may judge by this edit of Medicare's.",
        finding.remedy(),
        finding.expectedDenial(),
        finding.source(),
        finding.expectedRemark(),
        Overriding.usual(Severity.WARNING));
  }
}
