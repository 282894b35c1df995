package org.cleanclaim.edits.payerrule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was read from files of rules. A rule that is refused never stops the others.
///
/// @param rules those that may be used, in the order of the files
/// @param refusals those that may not
/// @param conflicts rules that may be used but undo one another
public record ReadRules(
    List<PayerRule> rules, List<Refusal> refusals, List<RuleConflict> conflicts) {

  /// Why a rule was not taken.
  ///
  /// @param line 1-based line in the file
  /// @param rule the id, when it could be read
  /// @param reason one sentence
  /// @param remedy one sentence
  public record Refusal(
      String file, int line, @Nullable String rule, String reason, String remedy) {
    /// As it is shown: `a.yaml:3: MY-RULE: reason remedy`.
    @Override
    public String toString() {
      String named = rule == null ? "" : rule + ": ";
      return file + ":" + line + ": " + named + reason + " " + remedy;
    }
  }

  public ReadRules {
    rules = List.copyOf(rules);
    refusals = List.copyOf(refusals);
    conflicts = List.copyOf(conflicts);
  }
}
