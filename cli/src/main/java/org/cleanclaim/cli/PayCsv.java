package org.cleanclaim.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.Headcount;
import org.cleanclaim.workforce.estimate.Contribution;
import org.cleanclaim.workforce.estimate.Estimate;

/// Pay figures as comma-separated values (RFC 4180).
final class PayCsv {
  private static final String FIGURE =
      "dimension,key,population,statistic,unit,amount,publisher,year,article";

  private PayCsv() {}

  /// Pay and counts, a row each.
  static List<String> tables(Benchmarks benchmarks) {
    var lines = new ArrayList<String>();
    lines.add(FIGURE);
    for (Figure f : benchmarks.figures()) lines.add(figure(f));
    for (Headcount h : benchmarks.headcounts()) {
      lines.add(
          line(
              h.dimension().written(),
              h.key(),
              "",
              h.measure(),
              h.unit().name().toLowerCase(Locale.ROOT),
              h.value().toPlainString(),
              h.source().publisher(),
              h.source().year(),
              h.source().article()));
    }
    return lines;
  }

  /// The figures that each estimate rests on; the range goes from the lowest to the highest.
  static List<String> estimates(List<Estimate> estimates) {
    var lines = new ArrayList<String>();
    lines.add("profile,factor,stated,basis," + FIGURE);
    for (int i = 0; i < estimates.size(); i++) {
      for (Contribution c : estimates.get(i).contributions()) {
        for (Figure f : c.figures()) {
          String about = line(i + 1, c.factor().title(), c.stated(), c.basis().title());
          lines.add(about + "," + figure(f));
        }
      }
    }
    return lines;
  }

  private static String figure(Figure f) {
    return line(
        f.dimension().written(),
        f.key(),
        f.population(),
        f.statistic().written(),
        f.basis().written(),
        f.amount(),
        f.source().publisher(),
        f.source().year(),
        f.source().article());
  }

  private static String line(Object... values) {
    return Arrays.stream(values).map(PayCsv::cell).collect(Collectors.joining(","));
  }

  private static String cell(Object value) {
    String text = value.toString();
    return text.matches("(?s).*[\",\\n\\r].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
