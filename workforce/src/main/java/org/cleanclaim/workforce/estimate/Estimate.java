package org.cleanclaim.workforce.estimate;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.workforce.benchmark.Effect;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.PayBasis;

/// What a profile earns: a range with everything it rests on. It has no middle, since the figures
/// are of different people and years.
///
/// @param range annual; contains every figure that is cited
/// @param contributions what each factor brings
/// @param effects published effects that speak of the profile; shown, not multiplied in
/// @param spread the national percentiles of the occupation, for how far people are from what is
///   usual
public record Estimate(
    Profile profile,
    PayRange range,
    List<Contribution> contributions,
    List<Effect> effects,
    List<Figure> spread) {

  public Estimate {
    contributions = List.copyOf(contributions);
    effects = List.copyOf(effects);
    spread = List.copyOf(spread);
  }

  /// The range by the hour: the two figures at its ends as they were published by the hour, or
  /// converted at 2,080 hours a year.
  public PayRange hourly() {
    return new PayRange(byTheHour(range.low()), byTheHour(range.high()));
  }

  private Money byTheHour(Money annual) {
    return cited().stream()
        .filter(f -> f.annual().equals(annual))
        .map(f -> f.basis() == PayBasis.HOURLY ? f.amount() : f.converted().amount())
        .findFirst()
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
