package org.cleanclaim.edits.payerrule;

import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;

/// One change that a rule made to a claim, for the claim's history.
///
/// @param before the values as they were, with commas between them; empty when there was none
/// @param after the values as they are now; empty when none is left
public record RuleChange(RuleId ruleId, int version, Place place, String before, String after) {
  /// Names rule and place; values may tell of the patient.
  @Override
  public String toString() {
    return "RuleChange[%s v%d, %s]".formatted(ruleId, version, place.inWords());
  }
}
