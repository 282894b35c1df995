package org.cleanclaim.coding.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How much more or less often coders give the codes of a category, and a code within it, than all
/// that speaks for them lets expect: hardly anybody codes each pain. In thousandths of the
/// logarithm of the odds; what was seldom met leans little.
record Leanings(Map<String, Integer> categories, Map<String, Integer> codes) {
  private static final int STEPS = 8;

  /// As if that many codes had been given as often as was to be expected.
  private static final int RIDGE = 4;

  /// What is less is left out.
  private static final int LEAST = 50;

  Leanings {
    categories = Map.copyOf(categories);
    codes = Map.copyOf(codes);
  }

  /// As logarithm of the odds.
  double of(String code) {
    int all = categories.getOrDefault(Categories.of(code), 0) + codes.getOrDefault(code, 0);
    return all / 1_000.0;
  }

  /// A code that a note names.
  ///
  /// @param odds that it is given by all that speaks for it, as logarithm
  record Named(String code, double odds, boolean isRight) {
    Named leaning(double more) {
      return new Named(code, odds + more, isRight);
    }
  }

  static Leanings fit(List<Named> named) {
    var byCategory = new TreeMap<String, List<Named>>();
    for (Named each : named) {
      byCategory.computeIfAbsent(Categories.of(each.code()), c -> new ArrayList<>()).add(each);
    }
    Map<String, Integer> categories = fit(byCategory);
    var alone = new Leanings(categories, Map.of());
    var byCode = new TreeMap<String, List<Named>>();
    for (Named each : named) {
      byCode
          .computeIfAbsent(each.code(), c -> new ArrayList<>())
          .add(each.leaning(alone.of(each.code())));
    }
    return new Leanings(categories, fit(byCode));
  }

  private static Map<String, Integer> fit(Map<String, List<Named>> groups) {
    var leanings = new TreeMap<String, Integer>();
    groups.forEach((group, named) -> {
      int leaning = (int) Math.round(1_000 * leaning(named));
      if (Math.abs(leaning) >= LEAST) leanings.put(group, leaning);
    });
    return leanings;
  }

  /// Newton's method.
  private static double leaning(List<Named> named) {
    double leaning = 0;
    for (int step = 0; step < STEPS; step++) {
      double gradient = -RIDGE * leaning;
      double curvature = RIDGE;
      for (Named each : named) {
        double likelihood = Regression.likelihood(each.odds() + leaning);
        gradient += (each.isRight() ? 1 : 0) - likelihood;
        curvature += likelihood * (1 - likelihood);
      }
      leaning += gradient / curvature;
    }
    return leaning;
  }
}
