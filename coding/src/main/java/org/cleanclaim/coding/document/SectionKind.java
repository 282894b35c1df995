package org.cleanclaim.coding.document;

/// What a part of a note says about the encounter.
public enum SectionKind {
  /// What the provider concludes.
  ASSESSMENT,
  /// Why the provider concludes it, below a problem.
  REASONING,
  /// What is to be done.
  PLAN,
  /// What the patient tells, what was found.
  NARRATIVE,
  PAST_HISTORY,
  FAMILY_HISTORY,
  NOT_CODED
}
