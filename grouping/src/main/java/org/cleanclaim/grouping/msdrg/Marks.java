package org.cleanclaim.grouping.msdrg;

/// The codes that a decision rests on. Where several codes fulfil a term, the clinically most
/// significant is marked: MCC before CC before none, then by code.
final class Marks {
  private final StayFacts facts;
  private final boolean[] secondaries;
  private final boolean[] procedures;
  private boolean isPrincipalMarked;

  Marks(StayFacts facts) {
    this.facts = facts;
    secondaries = new boolean[facts.secondaries.length];
    procedures = new boolean[facts.procedures.length];
  }

  boolean isPrincipalMarked() {
    return isPrincipalMarked;
  }

  boolean[] secondaries() {
    return secondaries;
  }

  boolean[] procedures() {
    return procedures;
  }

  void mark(Decision decision) {
    Rule rule = decision.rule();
    if (rule == null || decision.result().returnCode() != ReturnCode.OK) return;
    facts.lookFrom(decision.mdc());
    isPrincipalMarked = true;
    if (facts.fulfils(rule)) mark(rule.formula());
  }

  private void mark(Formula formula) {
    switch (formula) {
      case Formula.All all -> all.parts().forEach(this::mark);
      case Formula.Any any ->
          any.parts().stream().filter(p -> p.holds(facts)).findFirst().ifPresent(this::mark);
      case Formula.Not _ -> {}
      case Formula.Principal _ -> {}
      case Formula.Only _ -> {}
      case Formula.Secondary secondary -> markSecondary(secondary.list());
      case Formula.Either either -> {
        if (!facts.isPrincipalOn(either.list())) markSecondary(either.list());
      }
      case Formula.Procedure procedure -> markProcedure(procedure.list());
      case Formula.Computed computed -> {
        switch (computed.term()) {
          case MCC -> markLevel(Level.MCC);
          case CC -> markLevel(Level.CC);
          default -> {}
        }
      }
    }
  }

  private void markSecondary(int list) {
    int best = -1;
    for (int i = 0; i < secondaries.length; i++) {
      Facts.OfDiagnosis code = facts.secondaries[i];
      if (code == null || !code.lists().has(list)) continue;
      if (best < 0 || isBefore(i, best)) best = i;
    }
    if (best >= 0) secondaries[best] = true;
  }

  private void markLevel(Level level) {
    int best = -1;
    for (int i = 0; i < secondaries.length; i++) {
      if (facts.level(i) == level && (best < 0 || isBefore(i, best))) best = i;
    }
    if (best >= 0) secondaries[best] = true;
  }

  private boolean isBefore(int some, int other) {
    int byLevel = facts.level(other).compareTo(facts.level(some));
    if (byLevel != 0) return byLevel < 0;
    return facts
            .stay
            .secondaries()
            .get(some)
            .code()
            .compareTo(facts.stay.secondaries().get(other).code())
        < 0;
  }

  private void markProcedure(int list) {
    int best = -1;
    for (int i = 0; i < facts.stay.procedures().size(); i++) {
      Facts.OfProcedure code = facts.procedures[i];
      if (code == null || !facts.counts(i) || !code.lists().has(list)) continue;
      if (best < 0) best = i;
    }
    if (best >= 0) procedures[best] = true;
  }
}
