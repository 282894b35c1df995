package org.cleanclaim.edits.payerrule;

import java.util.List;
import java.util.Map;

/// A claim in a few words with which a rule proves itself: a plain office visit, changed by what is
/// said here.
///
/// @param expected whether the rule fires on it
/// @param name what the example shows
/// @param claimFields values of fields of the claim
/// @param lines for each line the values of its fields; empty for the one line of the plain visit
/// @param line 1-based line in the file
public record RuleExample(
    Expected expected,
    String name,
    Map<ClaimField, List<String>> claimFields,
    List<Map<ClaimField, List<String>>> lines,
    int line) {

  /// What the rule has to do.
  public enum Expected {
    /// The rule leaves the claim alone.
    PASSES,
    /// The rule fires.
    FAILS
  }

  public RuleExample {
    claimFields = Map.copyOf(claimFields);
    lines = lines.stream().map(Map::copyOf).toList();
  }
}
