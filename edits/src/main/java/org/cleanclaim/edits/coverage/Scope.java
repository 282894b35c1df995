package org.cleanclaim.edits.coverage;

import java.util.Set;

/// Where a policy holds: for some contractors and states, or everywhere when it names neither.
record Scope(Set<String> contractors, Set<String> states) {
  Scope {
    contractors = Set.copyOf(contractors);
    states = Set.copyOf(states);
  }

  boolean holdsIn(Jurisdiction jurisdiction) {
    if (contractors.isEmpty() && states.isEmpty()) return true;
    return switch (jurisdiction) {
      case Jurisdiction.Contractor(String number) -> contractors.contains(number);
      case Jurisdiction.State(String code) -> states.contains(code);
      case Jurisdiction.Unknown() -> false;
    };
  }
}
