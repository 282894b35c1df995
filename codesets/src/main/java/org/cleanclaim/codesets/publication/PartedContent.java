package org.cleanclaim.codesets.publication;

/// A table that its publisher issues in several files; what each adds is joined under one edition.
public sealed interface PartedContent extends Content permits CodePairs, RuleTables {

  /// This with what a further file of the same kind and day holds.
  ///
  /// @throws ClassCastException when the further part has another shape
  PartedContent with(PartedContent further);
}
