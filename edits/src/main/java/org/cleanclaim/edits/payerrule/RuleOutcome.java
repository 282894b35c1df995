package org.cleanclaim.edits.payerrule;

import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.claim.Claim;

/// What the rules did with one claim.
///
/// @param findings what they have to say, in the order of the rules
/// @param tags words for worklists, each once
/// @param claim the claim with all changes; the same object when there are none
/// @param fired the rules whose conditions held
public record RuleOutcome(
    List<Finding> findings,
    List<RuleChange> changes,
    List<String> tags,
    Claim claim,
    List<RuleId> fired) {
  public RuleOutcome {
    findings = List.copyOf(findings);
    changes = List.copyOf(changes);
    tags = List.copyOf(tags);
    fired = List.copyOf(fired);
  }
}
