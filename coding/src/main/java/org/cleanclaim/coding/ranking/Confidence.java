package org.cleanclaim.coding.ranking;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.coding.Suggestion;
import org.jspecify.annotations.Nullable;

/// How likely coders give what is suggested.
///
/// @param weights of the grounds, in thousandths
record Confidence(List<Integer> weights) {
  /// From which rank of the rules on a suggestion rests on the assessment.
  private static final int ASSESSED = 80;

  Confidence {
    weights = List.copyOf(weights);
  }

  /// In percent; nothing is certain.
  ///
  /// @param ruled a suggestion with the rank that the rules gave it
  /// @param likelihood of the code among all mentions; null where it is none of them
  int percent(Suggestion ruled, @Nullable Double likelihood) {
    double[] grounds = grounds(ruled, likelihood);
    double sum = 0;
    for (int i = 0; i < grounds.length; i++) sum += weights.get(i) * grounds[i] / 1_000;
    return Math.clamp(Math.round(100 / (1 + StrictMath.exp(-sum))), 1, 99);
  }

  /// What speaks for a suggestion, in numbers.
  static double[] grounds(Suggestion ruled, @Nullable Double likelihood) {
    Map<Ground, Double> grounds = new EnumMap<>(Ground.class);
    int rank = ruled.confidencePercent();
    grounds.put(Ground.BASE, 1.0);
    if (rank == 90 || rank == 75) grounds.put(Ground.DIRECT, 1.0);
    if (rank >= ASSESSED) grounds.put(Ground.ASSESSED, 1.0);
    if (likelihood != null) {
      grounds.put(Ground.LIKELIHOOD, Weighing.logit(Math.clamp(likelihood, 0.001, 0.999)));
    }
    grounds.put(Ground.TIMES, StrictMath.log((double) Math.max(1, ruled.evidence().size())));
    var values = new double[Ground.values().length];
    int i = 0;
    for (Ground ground : Ground.values()) values[i++] = grounds.getOrDefault(ground, 0.0);
    return values;
  }
}
