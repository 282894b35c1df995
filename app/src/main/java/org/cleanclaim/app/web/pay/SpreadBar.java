package org.cleanclaim.app.web.pay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.PayBasis;
import org.cleanclaim.workforce.benchmark.Statistic;
import org.cleanclaim.workforce.benchmark.UsState;
import org.jspecify.annotations.Nullable;

/// The percentiles of one population in one year, from the tenth to the ninetieth.
///
/// @param title whose pay, by whom and when
/// @param figures annual, lowest first
public record SpreadBar(String title, List<Figure> figures, PayScale scale) {

  /// The spread of the country, and of a place where it is published.
  static List<SpreadBar> of(Benchmarks benchmarks, @Nullable String state, @Nullable String metro) {
    Map<String, List<Figure>> populations = new LinkedHashMap<>();
    add(populations, "United States", benchmarks.figures(Dimension.NATIONAL));
    if (state != null) {
      add(populations, UsState.titleOf(state), benchmarks.figures(Dimension.STATE, state));
    }
    if (metro != null) add(populations, metro, benchmarks.figures(Dimension.METRO, metro));
    populations.values().removeIf(f -> at(f, Statistic.P10).isEmpty());
    populations.values().removeIf(f -> at(f, Statistic.P90).isEmpty());
    var scale =
        PayScale.around(
            populations.values().stream().flatMap(List::stream).map(Figure::amount).toList());
    var bars = new ArrayList<SpreadBar>();
    populations.forEach((title, figures) -> {
      figures.sort(Comparator.comparing(Figure::amount));
      bars.add(new SpreadBar(title, List.copyOf(figures), scale));
    });
    return bars;
  }

  private static void add(
      Map<String, List<Figure>> populations, String place, List<Figure> figures) {
    for (Figure f : figures) {
      if (f.basis() != PayBasis.ANNUAL || !f.statistic().isPercentile()) continue;
      String title = "%s · %s · %s".formatted(place, f.source().title(), f.population());
      populations.computeIfAbsent(title, t -> new ArrayList<>()).add(f);
    }
  }

  private static Optional<Money> at(List<Figure> figures, Statistic statistic) {
    return figures.stream().filter(f -> f.statistic() == statistic).map(Figure::amount).findFirst();
  }

  public int x(Statistic statistic) {
    return at(figures, statistic).map(scale::x).orElse(0);
  }

  public boolean has(Statistic statistic) {
    return at(figures, statistic).isPresent();
  }
}
