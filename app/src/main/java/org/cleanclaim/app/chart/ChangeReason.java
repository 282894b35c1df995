package org.cleanclaim.app.chart;

import org.jspecify.annotations.Nullable;

/// Why a suggestion is rejected, a code taken out, or a code kept without words of the record. A
/// choice and not free text, so that what waits in a browser for its connection names no patient's
/// matters.
public enum ChangeReason {
  NOT_SUPPORTED("Not supported by the note"),
  NEGATED("The note says the patient does not have it"),
  UNCERTAIN("Only suspected"),
  HISTORY("History, no longer present"),
  FAMILY("Somebody else's, as in family history"),
  NOT_ASSESSED("Not assessed or treated at this visit"),
  INTEGRAL("Part of another condition that is coded"),
  LESS_SPECIFIC("A more specific code fits"),
  COPIED("Copied from an earlier note"),
  OTHER_SOURCE("Supported by a document that is not in the system"),
  CODING_RULE("A coding guideline asks for it");

  private final String title;

  ChangeReason(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// The reason in words; for none the usual one.
  static String words(@Nullable ChangeReason reason) {
    return (reason == null ? NOT_SUPPORTED : reason).title();
  }
}
