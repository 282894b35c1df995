package org.cleanclaim.app.web.denial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.cleanclaim.app.denial.DenialCase;
import org.cleanclaim.kernel.Money;

/// Cases of a group: of a cause or of a payer.
public record Tally(String name, int cases, Money amount) {

  /// The groups of a list, the one with the most money first.
  static List<Tally> of(List<DenialCase> denials, Function<DenialCase, String> group) {
    var tallies = new LinkedHashMap<String, Tally>();
    for (DenialCase denial : denials) {
      String name = group.apply(denial);
      var before = tallies.getOrDefault(name, new Tally(name, 0, Money.ZERO));
      tallies.put(name, new Tally(name, before.cases() + 1, before.amount().plus(denial.left())));
    }
    var sorted = new ArrayList<>(tallies.values());
    sorted.sort(Comparator.comparing(Tally::amount).reversed().thenComparing(Tally::name));
    return List.copyOf(sorted);
  }
}
