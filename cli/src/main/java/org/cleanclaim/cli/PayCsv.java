package org.cleanclaim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.app.web.Csv;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.Headcount;
import org.cleanclaim.workforce.benchmark.PayBasis;
import org.cleanclaim.workforce.benchmark.Withheld;
import org.cleanclaim.workforce.estimate.Apart;
import org.cleanclaim.workforce.estimate.Contribution;
import org.cleanclaim.workforce.estimate.Estimate;

/// Pay figures as comma-separated values (RFC 4180).
final class PayCsv {
  private static final String FIGURE =
      "dimension,key,population,statistic,unit,amount,publisher,year,article";

  private PayCsv() {}

  /// Pay, counts and what is withheld, a row each.
  static List<String> tables(Benchmarks benchmarks) {
    var lines = new ArrayList<String>();
    lines.add(FIGURE);
    for (Figure f : benchmarks.figures()) lines.add(figure(f));
    for (Headcount h : benchmarks.headcounts()) {
      lines.add(
          Csv.line(
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
    for (Withheld w : benchmarks.withheld()) {
      PayBasis basis = w.basis();
      lines.add(
          Csv.line(
              w.dimension().written(),
              w.key(),
              w.population(),
              w.measure(),
              basis == null ? "people" : basis.written(),
              w.reason().title(),
              w.source().publisher(),
              w.source().year(),
              w.source().article()));
    }
    return lines;
  }

  /// The figures that each estimate rests on; the range goes from the lowest to the highest. Those
  /// that bound nothing have no factor and say why.
  static List<String> estimates(List<Estimate> estimates) {
    var lines = new ArrayList<String>();
    lines.add("profile,factor,stated,basis," + FIGURE);
    for (int i = 0; i < estimates.size(); i++) {
      for (Contribution c : estimates.get(i).contributions()) {
        for (Figure f : c.figures()) {
          String about = Csv.line(i + 1, c.factor().title(), c.stated(), c.basis().title());
          lines.add(about + "," + figure(f));
        }
      }
      for (Apart a : estimates.get(i).apart()) {
        String about = Csv.line(i + 1, "", "", "no bound: " + a.why().title());
        lines.add(about + "," + figure(a.figure()));
      }
    }
    return lines;
  }

  private static String figure(Figure f) {
    return Csv.line(
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
}
