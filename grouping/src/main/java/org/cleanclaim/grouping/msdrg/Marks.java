package org.cleanclaim.grouping.msdrg;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The codes that a decision rests on. Where several codes fulfil a term, the clinically most
/// significant is marked: MCC before CC before none, then by code.
final class Marks {
  private final StayFacts facts;
  private final boolean[] secondaries;
  private final boolean[] procedures;
  private boolean isPrincipalMarked;
  private @Nullable List<Integer> order;

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
    Rule reroute = decision.reroute();
    if (reroute != null && facts.fulfils(reroute)) mark(reroute.formula());
    if (!facts.fulfils(rule)) return;
    mark(rule.formula());
  }

  /// Acquired conditions lead to the final DRG by counting no more, and so do the operations
  /// without which they would not be ones.
  void mark(HacReview review) {
    for (int i = 0; i < secondaries.length; i++) secondaries[i] |= review.removed()[i];
    review.met().forEach(this::markOperations);
  }

  private void markOperations(Formula formula) {
    switch (formula) {
      case Formula.All all -> all.parts().forEach(this::markOperations);
      case Formula.Any any -> any.parts().forEach(this::markOperations);
      case Formula.Procedure procedure -> markProcedure(procedure.list());
      case Formula.Not _,
          Formula.Principal _,
          Formula.Secondary _,
          Formula.Either _,
          Formula.Only _,
          Formula.Computed _ -> {}
    }
  }

  /// Marks from the left to the right, as far as a formula has to be looked at: what holds in an
  /// alternative that fails later on is marked all the same.
  private void mark(Formula formula) {
    switch (formula) {
      case Formula.All all -> {
        for (Formula part : all.parts()) {
          mark(part);
          if (!part.holds(facts)) return;
        }
      }
      case Formula.Any any -> {
        for (Formula part : any.parts()) {
          mark(part);
          if (part.holds(facts)) return;
        }
      }
      case Formula.Not _ -> {}
      case Formula.Principal _ -> {}
      case Formula.Only _ -> {}
      case Formula.Secondary secondary -> markSecondary(secondary.list());
      case Formula.Either either -> {
        if (!facts.isPrincipalOn(either.list())) markSecondary(either.list());
      }
      case Formula.Procedure procedure -> markProcedure(procedure.list());
      case Formula.Computed computed -> {
        if (!computed.holds(facts)) return;
        switch (computed.term()) {
          case MCC -> markLevel(Level.MCC);
          case CC -> markLevel(Level.CC);
          case MULTST -> markTrauma();
          case BILATERAL -> StayFacts.JOINTS.forEach(this::markOne);
          case SINGLEFUSIONCTR -> markAll("sglantfuse", "sglpostfuse");
          case MULTFUSE -> markAll("sglantfuse", "sglpostfuse1");
          case SGLANTCTR -> markAll("sglantfuse");
          case SGLPOST1CTR -> markAll("sglpostfuse1");
          case SGLPOSTFUSECTR -> markAll("sglpostfuse");
          case SGLANTSECTXCTR -> markAll("sglantsectXfuse");
          case FOUR_STENTS -> {
            markUpTo("stent", 4);
            markUpTo("vessel", 4);
          }
          case FOUR_VESSELS -> markUpTo("vessel", 4);
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

  /// The most significant injuries at further sites of the body, until there are two sites.
  private void markTrauma() {
    int found = facts.principalTraumaSites();
    int sites = Integer.bitCount(found);
    while (sites < 2) {
      int best = -1;
      for (int i = 0; i < secondaries.length; i++) {
        boolean isFurther = (facts.traumaSites(i) & ~found) != 0;
        if (isFurther && (best < 0 || isBefore(i, best))) best = i;
      }
      if (best < 0) return;
      secondaries[best] = true;
      found |= facts.traumaSites(best);
      sites = Integer.bitCount(found);
    }
  }

  private boolean isBefore(int some, int other) {
    int byLevel = level(other).compareTo(level(some));
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
    for (int i : procedureOrder()) {
      if (isOn(i, list)) {
        procedures[i] = true;
        return;
      }
    }
  }

  private void markOne(String list) {
    int number = facts.procedureList(list);
    if (number >= 0) markProcedure(number);
  }

  private void markAll(String... lists) {
    for (String list : lists) {
      int number = facts.procedureList(list);
      for (int i = 0; i < facts.stay.procedures().size(); i++) procedures[i] |= isOn(i, number);
    }
  }

  /// Marks procedures until the numbers that their lists stand for make the sum: `stent3` is worth
  /// three.
  private void markUpTo(String lists, int sum) {
    int found = 0;
    for (int i : procedureOrder()) {
      int before = found;
      for (int n = 1; n <= 4; n++) if (isOn(i, facts.procedureList(lists + n))) found += n;
      procedures[i] |= found > before;
      if (found >= sum) return;
    }
  }

  private boolean isOn(int procedure, int list) {
    Facts.OfProcedure code = facts.procedures[procedure];
    return list >= 0 && code != null && facts.counts(procedure) && code.lists().has(list);
  }

  /// The principal procedure, which is the first one, before all others, these by code.
  private List<Integer> procedureOrder() {
    List<Integer> known = order;
    if (known != null) return known;
    known =
        IntStream.range(0, facts.stay.procedures().size())
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> i > 0).thenComparing(this::code))
            .toList();
    order = known;
    return known;
  }

  /// What a secondary is by itself, whatever leaves it out.
  private Level level(int secondary) {
    Facts.OfDiagnosis code = facts.secondaries[secondary];
    return code == null ? Level.NONE : code.level();
  }

  private String code(int procedure) {
    return facts.stay.procedures().get(procedure);
  }
}
