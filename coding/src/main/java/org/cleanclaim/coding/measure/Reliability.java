package org.cleanclaim.coding.measure;

import java.util.ArrayList;
import java.util.List;

/// Whether suggestions are right as often as their confidence says, by tens of percent.
///
/// @param steps those that hold suggestions, the least sure first
public record Reliability(List<Step> steps) {
  private static final int TEN = 10;

  /// A suggestion with what became of it.
  ///
  /// @param percent its confidence
  /// @param isRight whether the coder gave it too
  public record Judged(int percent, boolean isRight) {}

  /// The suggestions of one ten.
  ///
  /// @param from its lowest confidence
  /// @param percents the sum of the confidence of all
  /// @param right how many the coders gave too
  public record Step(int from, int suggestions, int percents, int right) {
    /// What the suggestions say on average.
    public double said() {
      return (double) percents / suggestions / 100;
    }

    /// The share that the coders gave too.
    public double came() {
      return (double) right / suggestions;
    }
  }

  public Reliability {
    steps = List.copyOf(steps);
  }

  /// Of all suggestions of a set.
  public static Reliability of(List<Judged> judged) {
    var steps = new ArrayList<Step>();
    for (int from = 0; from <= 100; from += TEN) {
      int lowest = from;
      List<Judged> own = judged.stream().filter(j -> j.percent() / TEN * TEN == lowest).toList();
      if (own.isEmpty()) continue;
      int percents = own.stream().mapToInt(Judged::percent).sum();
      int right = (int) own.stream().filter(Judged::isRight).count();
      steps.add(new Step(from, own.size(), percents, right));
    }
    return new Reliability(steps);
  }

  /// How far what is said and what came lie apart on average, each suggestion counting once
  /// (expected calibration error); 0 without suggestions.
  public double error() {
    int all = steps.stream().mapToInt(Step::suggestions).sum();
    double apart = 0;
    for (Step step : steps) apart += step.suggestions() * Math.abs(step.said() - step.came());
    return all == 0 ? 0 : apart / all;
  }
}
