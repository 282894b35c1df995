package org.cleanclaim.grouping.msdrg;

import java.util.List;

/// A condition on a stay, as the tables write it: terms with `&`, `|`, `~` and parentheses.
sealed interface Formula {
  boolean holds(StayFacts stay);

  record All(List<Formula> parts) implements Formula {
    @Override
    public boolean holds(StayFacts stay) {
      for (int i = 0; i < parts.size(); i++) if (!parts.get(i).holds(stay)) return false;
      return true;
    }
  }

  record Any(List<Formula> parts) implements Formula {
    @Override
    public boolean holds(StayFacts stay) {
      for (int i = 0; i < parts.size(); i++) if (parts.get(i).holds(stay)) return true;
      return false;
    }
  }

  record Not(Formula part) implements Formula {
    @Override
    public boolean holds(StayFacts stay) {
      return !part.holds(stay);
    }
  }

  /// The principal diagnosis is on the list.
  record Principal(int list) implements Formula {
    @Override
    public boolean holds(StayFacts stay) {
      return stay.isPrincipalOn(list);
    }
  }

  /// A secondary diagnosis is on the list.
  record Secondary(int list) implements Formula {
    @Override
    public boolean holds(StayFacts stay) {
      return stay.isSecondaryOn(list);
    }
  }

  /// Any diagnosis is on the list.
  record Either(int list) implements Formula {
    @Override
    public boolean holds(StayFacts stay) {
      return stay.isPrincipalOn(list) || stay.isSecondaryOn(list);
    }
  }

  /// Every diagnosis is on the list.
  record Only(int list) implements Formula {
    @Override
    public boolean holds(StayFacts stay) {
      return stay.isEachDiagnosisOn(list);
    }
  }

  /// A procedure is on the list.
  record Procedure(int list) implements Formula {
    @Override
    public boolean holds(StayFacts stay) {
      return stay.isProcedureOn(list);
    }
  }

  /// Something that is computed.
  record Computed(Term term) implements Formula {
    @Override
    public boolean holds(StayFacts stay) {
      return term.holds(stay);
    }
  }
}
