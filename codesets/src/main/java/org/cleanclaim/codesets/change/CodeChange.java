package org.cleanclaim.codesets.change;

import java.util.List;

/// What a new edition does to one code.
///
/// @param oldTitle empty when the code is new
/// @param newTitle empty when the code is gone
/// @param replacements codes to look at instead, without dots: those that the publisher's
///   conversion table names, and the children that a code gained
public record CodeChange(
    Kind kind, String code, String oldTitle, String newTitle, List<String> replacements) {
  public CodeChange {
    replacements = List.copyOf(replacements);
  }

  /// How the code changes.
  public enum Kind {
    /// New.
    ADDED(false),
    /// Gone.
    DELETED(true),
    /// Was valid for submission and is now a heading above more exact codes.
    GAINED_CHILDREN(true),
    /// Was a heading and is now valid for submission.
    BECAME_BILLABLE(false),
    /// Another title for the same code.
    RETITLED(false);

    private final boolean breaksUse;

    Kind(boolean breaksUse) {
      this.breaksUse = breaksUse;
    }

    /// Whether whoever submits the code from the new edition's first day on is refused.
    public boolean breaksUse() {
      return breaksUse;
    }
  }
}
