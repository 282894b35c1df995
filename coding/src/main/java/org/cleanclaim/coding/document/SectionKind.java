package org.cleanclaim.coding.document;

/// What a part of a note says about the encounter.
public enum SectionKind {
  ASSESSMENT,
  NARRATIVE,
  PAST_HISTORY,
  FAMILY_HISTORY,
  NOT_CODED
}
