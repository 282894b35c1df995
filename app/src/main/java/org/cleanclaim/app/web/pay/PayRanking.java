package org.cleanclaim.app.web.pay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.PayBasis;
import org.cleanclaim.workforce.benchmark.Statistic;

/// What the keys of a dimension earn by one publisher and year, highest first; positions the other
/// way round, as a career goes. Figures of other publishers and years make rankings of their own
/// beside it, on the same scale.
///
/// @param title publisher, year, and population and statistic where all rows share them
/// @param left how many rows are left out to keep the page short
public record PayRanking(String title, List<PayRow> rows, int left) {
  private static final int MOST_ROWS = 30;
  private static final int MOST_YEARS = 2;

  /// The rankings of a dimension, newest first; of each publisher the latest two years.
  static List<PayRanking> of(
      Benchmarks benchmarks, Dimension dimension, Function<String, String> names) {
    var all = benchmarks.figures(dimension);
    var means =
        all.stream()
            .filter(f -> f.statistic() == Statistic.MEAN)
            .map(PayRanking::keyAndSource)
            .collect(Collectors.toSet());
    var figures = all.stream().filter(f -> isRanked(f, means)).toList();
    var scale = PayScale.upTo(figures.stream().map(Figure::annual).toList());
    Map<String, List<Figure>> bySource = new LinkedHashMap<>();
    figures.stream()
        .sorted(
            Comparator.comparingInt((Figure f) -> -f.source().year())
                .thenComparing(f -> f.source().publisher()))
        .forEach(f -> bySource.computeIfAbsent(f.source().title(), t -> new ArrayList<>()).add(f));
    var years = new LinkedHashMap<String, Integer>();
    var rankings = new ArrayList<PayRanking>();
    bySource.forEach((title, ofSource) -> {
      String publisher = ofSource.getFirst().source().publisher();
      if (years.merge(publisher, 1, Integer::sum) <= MOST_YEARS) {
        rankings.add(ranking(title, ofSource, scale, names));
      }
    });
    return rankings;
  }

  /// Of a key with a mean and percentiles, the mean stands for it.
  private static boolean isRanked(Figure figure, Set<List<String>> means) {
    return switch (figure.statistic()) {
      case MEAN, LOW, HIGH -> true;
      case P10, P25, P75, P90 -> false;
      case MEDIAN -> !means.contains(keyAndSource(figure));
    };
  }

  private static List<String> keyAndSource(Figure figure) {
    return List.of(figure.key(), figure.source().title());
  }

  private static PayRanking ranking(
      String title, List<Figure> figures, PayScale scale, Function<String, String> names) {
    boolean isOnePopulation = figures.stream().map(Figure::population).distinct().count() == 1;
    boolean isOneStatistic = figures.stream().map(Figure::statistic).distinct().count() == 1;
    Figure first = figures.getFirst();
    String heading = title;
    if (isOnePopulation) heading += " · " + first.population();
    if (isOneStatistic) heading += " · " + first.statistic().title();
    Map<Object, List<Figure>> lines = new LinkedHashMap<>();
    for (Figure f : figures) {
      var line = List.of(f.key(), f.population(), f.statistic());
      lines.computeIfAbsent(line, k -> new ArrayList<>()).add(f);
    }
    var byPay = Comparator.comparing((List<Figure> line) -> highest(line));
    var rows =
        lines.values().stream()
            .sorted(first.dimension() == Dimension.POSITION ? byPay : byPay.reversed())
            .map(line -> row(line, scale, names, isOnePopulation, isOneStatistic))
            .toList();
    int shown = Math.min(rows.size(), MOST_ROWS);
    return new PayRanking(heading, rows.subList(0, shown), rows.size() - shown);
  }

  private static Money highest(List<Figure> line) {
    return line.stream().map(Figure::annual).max(Money::compareTo).orElse(Money.ZERO);
  }

  private static PayRow row(
      List<Figure> line,
      PayScale scale,
      Function<String, String> names,
      boolean isOnePopulation,
      boolean isOneStatistic) {
    Figure first = line.getFirst();
    String remark =
        Stream.of(
                isOnePopulation ? null : first.population(),
                isOneStatistic ? null : first.statistic().title())
            .filter(Objects::nonNull)
            .reduce((a, b) -> a + " · " + b)
            .orElse("");
    var annual = line.stream().filter(f -> f.basis() == PayBasis.ANNUAL).findFirst();
    var hourly = line.stream().filter(f -> f.basis() == PayBasis.HOURLY).findFirst();
    return new PayRow(
        names.apply(first.key()),
        remark,
        annual.orElse(null),
        hourly.orElse(null),
        scale.length(annual.or(() -> hourly).orElseThrow().annual()));
  }
}
