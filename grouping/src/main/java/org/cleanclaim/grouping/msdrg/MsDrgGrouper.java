package org.cleanclaim.grouping.msdrg;

import java.util.List;

/// Groups inpatient stays into MS-DRGs.
public final class MsDrgGrouper {
  private final GrouperTables tables;
  private final Decider decider;

  public MsDrgGrouper(GrouperTables tables) {
    this.tables = tables;
    this.decider = new Decider(tables);
  }

  /// Groups a stay with a version.
  ///
  /// @throws IllegalArgumentException when the tables do not hold the version
  public Grouping group(Stay stay, GrouperVersion version) {
    var rules = tables.rules(version.number());
    if (rules == null) throw new IllegalArgumentException("no tables of " + version.title());
    var facts = new StayFacts(stay, version.number(), tables);
    Decision initial = decider.decide(facts, rules);
    Effects effects = new Effects(facts);
    effects.markInitial(initial);
    HacReview review = HacReview.of(facts, rules, initial);
    Decision last = initial;
    if (review.removesAny()) {
      facts.weighWithout(review.removed());
      last = review.settle(initial, decider.decide(facts, rules));
    }
    effects.markFinal(last, review);
    return effects.grouping(version, initial, last, review);
  }

  /// How a stay came to its DRG: one sentence a step.
  public List<String> explain(Grouping grouping) {
    return Explanation.of(grouping, tables);
  }
}
