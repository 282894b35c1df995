package org.cleanclaim.coding.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.coding.ranking.Weighing.Weighed;

/// What was learned, ready to rank the codes of a note.
///
/// @param weights of the features, in thousandths
/// @param leanings how coders lean for or against a code
/// @param likelyPermille from which likelihood on a code is likely, by [CategoryLikelihood]
/// @param confidence how likely a suggestion is given
record Ranking(
    Learned learned,
    List<Integer> weights,
    Leanings leanings,
    int likelyPermille,
    Confidence confidence) {
  Ranking {
    weights = List.copyOf(weights);
  }

  /// The codes of a note, the likeliest first.
  ///
  /// @param weighed by what was learned
  List<RankedCode> rank(List<Weighed> weighed) {
    var categories = new CategoryLikelihood();
    for (Weighed each : weighed) categories.add(each.code(), likelihood(each));
    var ranked = new ArrayList<RankedCode>();
    for (Weighed each : weighed) {
      double likelihood = likelihood(each);
      int permille = (int) Math.round(1_000 * likelihood);
      boolean isLikely = categories.permille(each.code(), likelihood) >= likelyPermille;
      ranked.add(new RankedCode(each.code(), each.title(), permille, isLikely, each.evidence()));
    }
    ranked.sort(
        Comparator.comparingInt((RankedCode r) -> -r.likelihoodPermille())
            .thenComparingInt(r -> r.evidence().getFirst().start())
            .thenComparing(RankedCode::code));
    return List.copyOf(ranked);
  }

  /// By code how likely a coder who codes every mention gives it.
  Map<String, Double> likelihoods(List<Weighed> weighed) {
    var likelihoods = new HashMap<String, Double>();
    for (Weighed each : weighed) {
      likelihoods.put(each.code(), likelihood(each));
    }
    return likelihoods;
  }

  private double likelihood(Weighed code) {
    double[] features = code.features();
    double odds = leanings.of(code.code());
    for (int i = 0; i < features.length; i++) odds += weights.get(i) * features[i] / 1_000;
    return Regression.likelihood(odds);
  }
}
