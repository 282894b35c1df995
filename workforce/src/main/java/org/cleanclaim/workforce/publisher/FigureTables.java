package org.cleanclaim.workforce.publisher;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Effect;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.Headcount;
import org.cleanclaim.workforce.benchmark.Source;
import org.cleanclaim.workforce.benchmark.Withheld;

/// Writes figures as tables of this program's form, which [FigureFiles] reads again.
public final class FigureTables {
  private FigureTables() {}

  /// The tables by their file names, tab-separated; one without rows is left out.
  public static Map<String, String> of(Benchmarks benchmarks) {
    var tables = new LinkedHashMap<String, String>();
    put(tables, "pay.tsv", pay(benchmarks));
    put(tables, "employment.tsv", employment(benchmarks));
    put(tables, "effects.tsv", effects(benchmarks.effects()));
    return tables;
  }

  private static void put(Map<String, String> tables, String name, String text) {
    if (text.lines().count() > 1) tables.put(name, text);
  }

  private static String pay(Benchmarks benchmarks) {
    var lines = new StringJoiner("\n", "", "\n");
    lines.add("dimension\tkey\tpopulation\tstat\tunit\tamount\tsource\tyear\tarticle");
    for (Figure f : benchmarks.figures()) {
      lines.add(
          line(
              f.source(),
              f.dimension().written(),
              f.key(),
              f.population(),
              f.statistic().written(),
              f.basis().written(),
              f.amount().toString()));
    }
    for (Withheld w : benchmarks.withheld()) {
      if (w.basis() == null) continue;
      lines.add(
          line(
              w.source(),
              w.dimension().written(),
              w.key(),
              w.population(),
              w.measure(),
              w.basis().written(),
              w.reason().mark()));
    }
    return lines.toString();
  }

  private static String employment(Benchmarks benchmarks) {
    var lines = new StringJoiner("\n", "", "\n");
    lines.add("dimension\tkey\tmeasure\tvalue\tunit\tsource\tyear\tarticle");
    for (Headcount h : benchmarks.headcounts()) {
      lines.add(
          line(
              h.source(),
              h.dimension().written(),
              h.key(),
              h.measure(),
              h.value().toPlainString(),
              h.unit().name().toLowerCase(Locale.ROOT)));
    }
    for (Withheld w : benchmarks.withheld()) {
      if (w.basis() != null) continue;
      lines.add(
          line(
              w.source(),
              w.dimension().written(),
              w.key(),
              w.measure(),
              w.reason().mark(),
              "people"));
    }
    return lines.toString();
  }

  private static String effects(List<Effect> effects) {
    var lines = new StringJoiner("\n", "", "\n");
    lines.add("factor\tvalue\tbaseline\teffect_percent\tsource\tyear\tarticle");
    for (Effect e : effects) {
      lines.add(line(e.source(), e.factor(), e.value(), e.baseline(), e.percent().toPlainString()));
    }
    return lines.toString();
  }

  private static String line(Source source, String... cells) {
    var line = new StringJoiner("\t");
    for (String cell : cells) line.add(quoted(cell));
    return line.add(quoted(source.publisher()))
        .add(String.valueOf(source.year()))
        .add(quoted(source.article()))
        .toString();
  }

  /// A cell with a quote, a tab or a line break is written in quotes.
  private static String quoted(String cell) {
    if (cell.chars().noneMatch(c -> c == '"' || c == '\t' || c == '\n' || c == '\r')) return cell;
    return '"' + cell.replace("\"", "\"\"") + '"';
  }
}
