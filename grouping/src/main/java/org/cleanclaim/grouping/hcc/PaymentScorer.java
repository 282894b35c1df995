package org.cleanclaim.grouping.hcc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Makes payment scores of one year with the models that it takes.
public final class PaymentScorer {
  private final PaymentYear year;
  private final List<RiskScorer> scorers;

  /// @param scorers one for each model of the year
  public PaymentScorer(PaymentYear year, List<RiskScorer> scorers) {
    this.year = year;
    this.scorers = List.copyOf(scorers);
  }

  public List<RiskScorer> scorers() {
    return scorers;
  }

  public PaymentScore score(Member member, Collection<String> diagnoses) {
    var scores = new ArrayList<RiskScore>();
    for (RiskScorer scorer : scorers) scores.add(scorer.score(member, diagnoses));
    return PaymentScore.of(year, scores);
  }
}
