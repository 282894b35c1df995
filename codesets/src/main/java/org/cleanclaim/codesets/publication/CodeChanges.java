package org.cleanclaim.codesets.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The changes from one year's order file to the next, as an addenda file lists them. Applied to
/// the old [CodeList] they give the new one.
///
/// @param codesBefore how many codes valid for submission the old list has, as the publisher counts
///   them
/// @param codesAfter how many the new one has
public record CodeChanges(List<Change> changes, int codesBefore, int codesAfter)
    implements Content {
  public CodeChanges {
    changes = List.copyOf(changes);
  }

  @Override
  public int size() {
    return changes.size();
  }

  /// One change. A code that gains children is deleted as billable and added as a heading.
  ///
  /// @param billable as the addenda's flag says; null where the layout has no flag (ICD-10-PCS)
  /// @param title the long title; of a revision the new one
  public record Change(
      Action action, String code, @Nullable Boolean billable, String shortTitle, String title) {}

  /// What happens to the code.
  public enum Action {
    ADD,
    DELETE,
    REVISE
  }
}
