package org.cleanclaim.app.payerrule;

import java.util.Optional;

/// The reason that a change of the rules in force has to give.
final class RuleReasons {
  private static final int LEAST_CHARACTERS = 5;
  private static final int MOST_CHARACTERS = 500;

  private RuleReasons() {}

  /// What is wrong with it; empty when it will do.
  static Optional<String> problem(String reason) {
    int length = reason.strip().length();
    if (length >= LEAST_CHARACTERS && length <= MOST_CHARACTERS) return Optional.empty();
    return Optional.of(
        "The reason of the change has to have %d to %d characters."
            .formatted(LEAST_CHARACTERS, MOST_CHARACTERS));
  }
}
