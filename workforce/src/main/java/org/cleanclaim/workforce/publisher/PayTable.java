package org.cleanclaim.workforce.publisher;

import java.util.List;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.PayBasis;
import org.cleanclaim.workforce.benchmark.Source;
import org.cleanclaim.workforce.benchmark.Statistic;
import org.cleanclaim.workforce.benchmark.UsState;
import org.cleanclaim.workforce.benchmark.Withheld;

/// Pay figures, one a row, as tab-separated or comma-separated text or a workbook: the form for any
/// survey.
final class PayTable implements FigureForm {
  private static final List<String> COLUMNS =
      List.of("dimension", "key", "population", "stat", "unit", "amount", "source", "year");

  @Override
  public String title() {
    return "survey of pay";
  }

  @Override
  public boolean fits(List<String> heading) {
    return heading.containsAll(COLUMNS);
  }

  @Override
  public FigureRows rows(List<String> heading, SourceFile file) {
    return new Rows(file.name());
  }

  private static final class Rows extends FigureRows {
    private final String file;

    Rows(String file) {
      this.file = file;
    }

    @Override
    void row(Cells cells) {
      cells.fitting();
      Dimension dimension =
          Dimension.parse(cells.required("dimension"))
              .orElseThrow(() -> cells.refused("dimension", "There is no such dimension of pay."));
      String key = key(cells, dimension);
      String population = cells.required("population");
      Statistic statistic =
          Statistic.parse(cells.required("stat"))
              .orElseThrow(() -> cells.refused("stat", "There is no such statistic."));
      PayBasis basis =
          PayBasis.parse(cells.required("unit"))
              .orElseThrow(() -> cells.refused("unit", "Pay is annual or hourly."));
      var source = source(cells, file);
      var mark = cells.mark("amount");
      if (mark.isPresent()) {
        withheld.add(
            new Withheld(
                dimension, key, population, statistic.written(), basis, mark.get(), source));
        return;
      }
      var amount = cells.money("amount");
      if (!amount.isPositive()) throw cells.refused("amount", "Nobody is paid nothing.");
      figures.add(new Figure(dimension, key, population, statistic, basis, amount, source));
    }
  }

  /// The key as the tables write it; a state is written by its postal code.
  static String key(Cells cells, Dimension dimension) {
    String key = cells.required("key");
    if (dimension != Dimension.STATE) return key;
    return UsState.parse(key)
        .map(Enum::name)
        .orElseThrow(() -> cells.refused("key", "There is no such state."));
  }

  static Source source(Cells cells, String file) {
    String article = cells.text("article");
    return new Source(
        cells.required("source"), cells.year("year"), article.isEmpty() ? file : article);
  }
}
