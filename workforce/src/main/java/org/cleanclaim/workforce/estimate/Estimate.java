package org.cleanclaim.workforce.estimate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.workforce.benchmark.Effect;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.Withheld;

/// What a profile earns: a range with everything it rests on. It has no middle, since the figures
/// are of different people and years.
///
/// @param range annual; contains every figure that is cited
/// @param contributions what each factor brings
/// @param effects published effects that speak of the profile; shown, not multiplied in
/// @param apart published figures near the profile that do not bound the range, and why
/// @param withheld what the publishers' tables name for the profile but do not give
public record Estimate(
    Profile profile,
    PayRange range,
    List<Contribution> contributions,
    List<Effect> effects,
    List<Apart> apart,
    List<Withheld> withheld) {

  public Estimate {
    contributions = List.copyOf(contributions);
    effects = List.copyOf(effects);
    apart = List.copyOf(apart);
    withheld = List.copyOf(withheld);
  }

  /// The figure at the lower end; one published by the hour before one by the year.
  public Figure lowest() {
    return at(range.low());
  }

  /// The figure at the upper end.
  public Figure highest() {
    return at(range.high());
  }

  private Figure at(Money annual) {
    return cited().stream()
        .filter(f -> f.annual().equals(annual))
        .max(Comparator.comparing(Figure::basis))
        .orElseThrow(IllegalStateException::new);
  }

  /// Every figure that the range rests on.
  public List<Figure> cited() {
    return contributions.stream().flatMap(c -> c.figures().stream()).distinct().toList();
  }

  /// The years of the figures; where they are several, nobody has adjusted them to each other.
  public SortedSet<Integer> years() {
    var years = new TreeSet<Integer>();
    for (Figure figure : cited()) years.add(figure.source().year());
    return years;
  }

  /// The range that would stand without one factor; empty when nothing else was cited.
  public Optional<PayRange> without(Factor factor) {
    return contributions.stream()
        .filter(c -> c.factor() != factor)
        .map(Contribution::range)
        .reduce(PayRange::and);
  }
}
