package org.cleanclaim.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Dollars;
import org.cleanclaim.workforce.benchmark.Effect;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.Headcount;
import org.cleanclaim.workforce.benchmark.PayBasis;
import org.cleanclaim.workforce.benchmark.Withheld;
import org.cleanclaim.workforce.estimate.Apart;
import org.cleanclaim.workforce.estimate.Contribution;
import org.cleanclaim.workforce.estimate.Estimate;
import org.cleanclaim.workforce.estimate.PayRange;

/// Pay figures for people to read. Beside each stands publisher, year, population and statistic; an
/// amount for another time than the one published says that it is converted.
final class PayText {
  private PayText() {}

  static List<String> tables(Benchmarks benchmarks) {
    var lines = new ArrayList<String>();
    var byPay = Comparator.comparing(Figure::annual);
    for (Dimension dimension : Dimension.values()) {
      var figures =
          benchmarks.figures(dimension).stream()
              .sorted(dimension == Dimension.POSITION ? byPay : byPay.reversed())
              .toList();
      var counts = benchmarks.headcounts(dimension);
      var withheld =
          benchmarks.withheld().stream().filter(w -> w.dimension() == dimension).toList();
      if (figures.isEmpty() && counts.isEmpty() && withheld.isEmpty()) continue;
      lines.add("By " + dimension.title());
      for (Figure f : figures) lines.add("  %-38s %s".formatted(f.key(), figure(f)));
      for (Headcount h : counts) lines.add("  %-38s %s".formatted(h.key(), count(h)));
      for (Withheld w : withheld) lines.add("  " + withheld(w));
    }
    lines.add("Published effects");
    for (Effect e : benchmarks.effects()) lines.add("  " + effect(e));
    return lines;
  }

  static List<String> estimates(List<Estimate> estimates) {
    var lines = new ArrayList<String>();
    for (Estimate estimate : estimates) {
      if (!lines.isEmpty()) lines.add("");
      lines.addAll(estimate(estimate));
    }
    return lines;
  }

  private static List<String> estimate(Estimate estimate) {
    var lines = new ArrayList<String>();
    lines.add(profile(estimate));
    lines.add("  " + range(estimate.range()) + " a year");
    lines.add(
        "  %s to %s an hour; converted: the year's amount over %,d hours"
            .formatted(
                hourly(estimate.lowest()), hourly(estimate.highest()), PayBasis.HOURS_A_YEAR));
    lines.add("It rests on");
    for (Contribution c : estimate.contributions()) {
      lines.add(
          "  %s%s (%s)"
              .formatted(
                  c.factor().title(),
                  c.stated().isEmpty() ? "" : ": " + c.stated(),
                  c.basis().title()));
      if (!c.near().isEmpty()) lines.add("    published near it: " + String.join("; ", c.near()));
      for (Figure f : c.figures()) {
        lines.add("    %-38s %s".formatted(f.dimension().title() + " " + f.key(), figure(f)));
      }
      estimate
          .without(c.factor())
          .filter(without -> !without.equals(estimate.range()))
          .ifPresent(without -> lines.add("    without it " + range(without) + " a year"));
    }
    if (!estimate.apart().isEmpty()) {
      lines.add("Published besides; not part of the range, and no bound of it");
      for (Apart a : estimate.apart()) {
        Figure f = a.figure();
        lines.add(
            "    %-38s %s; %s"
                .formatted(f.dimension().title() + " " + f.key(), figure(f), a.why().title()));
      }
    }
    if (!estimate.withheld().isEmpty()) {
      lines.add("Withheld by the publisher");
      for (Withheld w : estimate.withheld()) lines.add("    " + withheld(w));
    }
    if (!estimate.effects().isEmpty()) {
      lines.add("Published effects that speak of this profile; not multiplied in");
      for (Effect e : estimate.effects()) lines.add("    " + effect(e));
    }
    lines.add(
        "The figures are of %s, of different people, and not adjusted to each other."
            .formatted(
                estimate.years().stream().map(String::valueOf).collect(Collectors.joining(", "))));
    return lines;
  }

  private static String profile(Estimate estimate) {
    return estimate.contributions().stream()
        .filter(c -> c.basis().isOfProfile())
        .map(c -> c.factor().title().toLowerCase(Locale.ROOT) + " " + c.stated())
        .collect(Collectors.joining(", ", "Pay for ", ""));
  }

  private static String hourly(Figure figure) {
    return Dollars.of(figure.hourly()) + (figure.basis() == PayBasis.HOURLY ? "" : " (converted)");
  }

  private static String withheld(Withheld w) {
    return "%-38s %s: %s  %s".formatted(w.key(), w.named(), w.reason().title(), w.source().title());
  }

  private static String range(PayRange range) {
    return "%s to %s".formatted(Dollars.of(range.low()), Dollars.of(range.high()));
  }

  private static String figure(Figure f) {
    return "%s  %s  (%s, converted)"
        .formatted(
            Dollars.of(f.amount(), f.basis()),
            f.label(),
            Dollars.of(f.converted().amount(), f.converted().basis()));
  }

  private static String count(Headcount h) {
    String value =
        h.unit() == Headcount.Unit.PERCENT
            ? h.value().toPlainString() + " %"
            : "%,d people".formatted(h.value().longValueExact());
    return "%s: %s  %s".formatted(h.measure(), value, h.source().title());
  }

  private static String effect(Effect e) {
    return "%s %s: %s %% more than %s  %s"
        .formatted(
            e.factor(), e.value(), e.percent().toPlainString(), e.baseline(), e.source().title());
  }
}
