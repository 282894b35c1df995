package org.cleanclaim.app.scrub;

import java.util.List;
import org.cleanclaim.edits.payerrule.RuleChange;
import org.cleanclaim.kernel.Finding;
import org.jspecify.annotations.Nullable;

/// What came of one claim, or of a part of a file that is none.
///
/// @param claim the number of the claim; null for findings about the file
/// @param position 1-based place of the claim in its file; 0 for findings about the file
/// @param tags words that rules set for worklists
/// @param look whether it is the first that is told of the claim
public record Scrubbed(
    @Nullable String claim,
    int position,
    List<Finding> findings,
    List<RuleChange> changes,
    List<String> tags,
    Look look) {
  /// Claims are looked at twice.
  public enum Look {
    FIRST,
    /// With the other claims of the patient; nothing was found at first.
    SECOND,
    /// With the other claims of the patient, besides what was found at first.
    SECOND_OF_FOUND
  }

  public Scrubbed {
    findings = List.copyOf(findings);
    changes = List.copyOf(changes);
    tags = List.copyOf(tags);
  }
}
