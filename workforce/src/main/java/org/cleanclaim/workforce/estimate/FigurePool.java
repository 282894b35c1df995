package org.cleanclaim.workforce.estimate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.PayBasis;
import org.cleanclaim.workforce.benchmark.Statistic;
import org.cleanclaim.workforce.estimate.Contribution.Basis;

/// The figures that may bound what one factor brings, and those of the whole country that widen it.
///
/// An open figure is a lower end (low end, 10th or 25th percentile) beside which nothing higher is
/// published of the same people, or an upper end without anything lower. It never stands for the
/// other end: the highest (lowest) of all closed figures does, and where none of them is beyond it,
/// the open figure bounds nothing.
final class FigurePool {

  /// The figures of the same people in the same year.
  private record Series(
      Dimension dimension, String key, String population, String publisher, int year) {
    static Series of(Figure f) {
      return new Series(
          f.dimension(),
          f.key().toLowerCase(Locale.ROOT),
          f.population(),
          f.source().publisher(),
          f.source().year());
    }
  }

  private final List<Figure> figures;
  private final Set<Figure> open;
  private final List<Figure> country;
  private final Optional<Figure> lowest;
  private final Optional<Figure> highest;
  private final List<Figure> ends;

  /// @param figures of coders and billers, by the factor
  /// @param country closed figures of all coders and billers
  FigurePool(List<Figure> figures, List<Figure> country) {
    this.figures = List.copyOf(figures);
    this.country = List.copyOf(country);
    this.open = open(figures);
    var closed =
        Stream.concat(figures.stream().filter(f -> !open.contains(f)), country.stream()).toList();
    this.lowest = lowest(closed);
    this.highest = highest(closed);
    this.ends = ends(bounding(figures));
  }

  List<Figure> figures() {
    return figures;
  }

  /// The figures that are not open.
  static List<Figure> closed(List<Figure> figures) {
    var open = open(figures);
    return figures.stream().filter(f -> !open.contains(f)).toList();
  }

  private static Set<Figure> open(List<Figure> figures) {
    Map<Series, Set<Statistic>> published = new HashMap<>();
    for (Figure f : figures) {
      published
          .computeIfAbsent(Series.of(f), s -> EnumSet.noneOf(Statistic.class))
          .add(f.statistic());
    }
    var open = new HashSet<Figure>();
    for (Figure f : figures) {
      var besides = published.getOrDefault(Series.of(f), Set.of());
      if (besides.stream().allMatch(Statistic::isLowerEnd)
          || besides.stream().allMatch(Statistic::isUpperEnd)) {
        open.add(f);
      }
    }
    return open;
  }

  /// What the fitting figures bring; what stands in for them where there are none.
  List<Contribution> published(Factor factor, String stated, List<Figure> fitting, Basis basis) {
    var bounding = bounding(fitting);
    if (bounding.isEmpty()) return ends(factor, stated, Basis.NOT_PUBLISHED);
    boolean isWidened = !fitting.containsAll(bounding);
    return List.of(
        Contribution.of(factor, stated, isWidened ? Basis.ONE_END : basis, yearly(bounding)));
  }

  /// The lowest and the highest of all, the country's among them where the profile states something
  /// that nobody publishes.
  List<Contribution> ends(Factor factor, String stated, Basis basis) {
    var found = new LinkedHashSet<>(ends);
    if (basis == Basis.NOT_PUBLISHED || found.isEmpty()) found.addAll(ends(country));
    return found.isEmpty()
        ? List.of()
        : List.of(Contribution.of(factor, stated, basis, List.copyOf(found)));
  }

  /// The fitting figures that bound nothing, for want of another end.
  List<Figure> unbounded(List<Figure> fitting) {
    var bounding = bounding(fitting);
    return fitting.stream().filter(f -> !bounding.contains(f)).toList();
  }

  /// The figures with an end for each open one, without those for which there is none.
  private List<Figure> bounding(List<Figure> fitting) {
    var bounding = new LinkedHashSet<Figure>();
    for (Figure figure : fitting) {
      if (!open.contains(figure)) {
        bounding.add(figure);
        continue;
      }
      boolean isLower = figure.statistic().isLowerEnd();
      var end = isLower ? highest : lowest;
      end.filter(e ->
              isLower
                  ? e.annual().compareTo(figure.annual()) > 0
                  : e.annual().compareTo(figure.annual()) < 0)
          .ifPresent(e -> {
            bounding.add(figure);
            bounding.add(e);
          });
    }
    return List.copyOf(bounding);
  }

  /// The figure with the lowest and the one with the highest annual amount.
  private static List<Figure> ends(Collection<Figure> figures) {
    var ends = new LinkedHashSet<Figure>();
    lowest(figures).ifPresent(ends::add);
    highest(figures).ifPresent(ends::add);
    return new ArrayList<>(ends);
  }

  private static Optional<Figure> lowest(Collection<Figure> figures) {
    return figures.stream().min(Comparator.comparing(Figure::annual));
  }

  private static Optional<Figure> highest(Collection<Figure> figures) {
    return figures.stream().max(Comparator.comparing(Figure::annual));
  }

  /// Without hourly figures that say what an annual one beside them says.
  static List<Figure> yearly(List<Figure> figures) {
    return figures.stream()
        .filter(f ->
            f.basis() == PayBasis.ANNUAL
                || figures.stream()
                    .noneMatch(other ->
                        other.basis() == PayBasis.ANNUAL
                            && other.isBesides(f)
                            && other.statistic() == f.statistic()))
        .toList();
  }
}
