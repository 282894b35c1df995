package org.cleanclaim.grouping.hcc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Chronic conditions of last year of which this year has no diagnosis. They are questions for the
/// clinician, not diagnoses: who no longer has the condition is not to be coded with it.
public final class NotSeenAgain {
  private NotSeenAgain() {}

  /// A category that counted last year, that no diagnosis of this year gives, and that no worse one
  /// of the same hierarchy takes in.
  public static List<RiskReasons.Condition> conditions(
      RiskScorer scorer, Member member, Collection<String> lastYear, Collection<String> thisYear) {
    RiskScore now = scorer.score(member, thisYear);
    RiskScore then = scorer.score(member, lastYear);
    List<Integer> present = now.categoriesBefore();
    var missing = new ArrayList<RiskReasons.Condition>();
    for (RiskReasons.Condition condition : new RiskReasons(scorer).conditions(then, lastYear)) {
      boolean isTakenIn =
          present.stream().anyMatch(c -> scorer.tables().below(c).get(condition.category()));
      if (condition.isCounted() && !present.contains(condition.category()) && !isTakenIn) {
        missing.add(condition);
      }
    }
    return missing;
  }
}
