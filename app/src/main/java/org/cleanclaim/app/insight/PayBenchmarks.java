package org.cleanclaim.app.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.pay.PayFigures;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.PayBasis;
import org.cleanclaim.workforce.estimate.PayRange;
import org.springframework.stereotype.Component;

/// Published pay figures for the people of the organization.
@Component
public class PayBenchmarks {

  /// A published figure as the price of an hour.
  ///
  /// @param id names it in an address
  /// @param hourly as published, or the year's amount over 2,080 hours
  public record HourlyFigure(String id, Figure figure, Money hourly) {

    /// What is counted, by whom, when, and whether the hour is converted from a year.
    public String label() {
      return "%s: %s%s"
          .formatted(
              figure.dimension() == Dimension.NATIONAL ? "The country" : figure.key(),
              figure.label(),
              figure.basis() == PayBasis.HOURLY ? "" : ", a year over 2,080 hours");
    }
  }

  /// What is published of a position itself, nothing of other positions, places or people.
  ///
  /// @param cited at least one figure, the newest of each publisher
  public record PositionRange(List<Figure> cited) {
    /// From the lowest to the highest of the figures; one figure is both.
    public PayRange range() {
      return PayRange.of(cited);
    }

    /// Whether no range is published, but one figure.
    public boolean isOneFigure() {
      return range().low().equals(range().high());
    }
  }

  private final Benchmarks benchmarks;

  PayBenchmarks(PayFigures figures) {
    this.benchmarks = figures.benchmarks();
  }

  /// What is published of a position; empty when the tables do not know it.
  public Optional<PositionRange> ofPosition(String position) {
    return benchmarks
        .key(Dimension.POSITION, position)
        .map(key ->
            benchmarks.latest(Dimension.POSITION).stream()
                .filter(figure -> figure.key().equals(key))
                .toList())
        .filter(figures -> !figures.isEmpty())
        .map(PositionRange::new);
  }

  /// Positions that are published.
  public List<String> positions() {
    return List.copyOf(benchmarks.keys(Dimension.POSITION));
  }

  /// Figures that can price an hour: typical pay of coders and billers in the country, of
  /// positions, and in states.
  public List<HourlyFigure> hourly() {
    var figures = new ArrayList<HourlyFigure>();
    for (Dimension dimension : List.of(Dimension.NATIONAL, Dimension.POSITION, Dimension.STATE)) {
      for (Figure f : benchmarks.latest(dimension)) {
        boolean isSaid = figures.stream().anyMatch(h -> isSameButForTheTime(h.figure(), f));
        if (isSaid || !f.statistic().isTypical()) continue;
        if (dimension != Dimension.POSITION && !f.isOfCoders()) continue;
        Figure best = hourlyOf(f);
        figures.add(
            new HourlyFigure(
                id(best),
                best,
                best.basis() == PayBasis.HOURLY ? best.amount() : best.converted().amount()));
      }
    }
    return List.copyOf(figures);
  }

  public Optional<HourlyFigure> hourly(String id) {
    return hourly().stream().filter(h -> h.id().equals(id)).findFirst();
  }

  /// The hourly figure published beside a yearly one, where there is one.
  private Figure hourlyOf(Figure figure) {
    return benchmarks.figures(figure.dimension(), figure.key()).stream()
        .filter(f -> f.basis() == PayBasis.HOURLY && isSameButForTheTime(f, figure))
        .findFirst()
        .orElse(figure);
  }

  private static boolean isSameButForTheTime(Figure one, Figure other) {
    return one.dimension() == other.dimension()
        && one.key().equals(other.key())
        && one.population().equals(other.population())
        && one.statistic() == other.statistic()
        && one.source().publisher().equals(other.source().publisher())
        && one.source().year() == other.source().year();
  }

  private static String id(Figure figure) {
    return "%s %s %s %s %s"
        .formatted(
            figure.dimension().written(),
            figure.key(),
            figure.source().title(),
            figure.statistic().written(),
            figure.population());
  }
}
