package org.cleanclaim.app.web.pay;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Headcount;
import org.cleanclaim.workforce.benchmark.Source;
import org.cleanclaim.workforce.benchmark.UsState;

/// People employed somewhere, or another published count.
///
/// @param length of the bar; 0 where lengths say nothing
public record CountRow(String name, Headcount count, int length) {
  private static final int MOST_ROWS = 30;

  /// The places with most people employed, by one publisher and its newest year.
  static List<CountRow> employed(Benchmarks benchmarks, Dimension dimension) {
    var people =
        benchmarks.headcounts(dimension).stream()
            .filter(h -> h.unit() == Headcount.Unit.PEOPLE && h.measure().equals("employed"))
            .toList();
    var newest = people.stream().map(Headcount::source).max(Comparator.comparingInt(Source::year));
    var counts =
        people.stream()
            .filter(h -> newest.filter(s -> s.title().equals(h.source().title())).isPresent())
            .sorted(Comparator.comparing(Headcount::value).reversed())
            .limit(MOST_ROWS)
            .toList();
    BigDecimal most =
        counts.stream().map(Headcount::value).max(BigDecimal::compareTo).orElse(BigDecimal.ONE);
    return counts.stream()
        .map(h ->
            new CountRow(
                dimension == Dimension.STATE ? UsState.titleOf(h.key()) : h.key(),
                h,
                h.value()
                    .multiply(BigDecimal.valueOf(PayScale.WIDTH))
                    .divideToIntegralValue(most)
                    .intValue()))
        .toList();
  }

  /// Counts of the country and answers to surveys.
  static List<CountRow> national(Benchmarks benchmarks) {
    return benchmarks.headcounts().stream()
        .filter(h -> h.dimension() == Dimension.NATIONAL || h.dimension() == Dimension.SURVEY)
        .map(h ->
            new CountRow(
                h.dimension() == Dimension.SURVEY ? h.key() + ": " + h.measure() : h.measure(),
                h,
                0))
        .toList();
  }

  public String value() {
    return count.unit() == Headcount.Unit.PERCENT
        ? count.value().toPlainString() + " %"
        : "%,d".formatted(count.value().longValueExact());
  }
}
