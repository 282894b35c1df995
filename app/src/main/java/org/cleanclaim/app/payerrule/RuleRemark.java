package org.cleanclaim.app.payerrule;

/// What is wrong with the text of a rule.
///
/// @param line 1-based line of the text
/// @param reason one sentence
/// @param remedy one sentence; empty when the reason says it
public record RuleRemark(int line, String reason, String remedy) {
  /// As it is shown: `Line 3: reason remedy`.
  @Override
  public String toString() {
    return "Line %d: %s %s".formatted(line, reason, remedy).strip();
  }
}
