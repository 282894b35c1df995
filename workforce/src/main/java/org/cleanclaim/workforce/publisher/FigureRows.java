package org.cleanclaim.workforce.publisher;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Effect;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.Headcount;
import org.cleanclaim.workforce.benchmark.Withheld;

/// Takes the rows of one table and keeps what they say.
abstract class FigureRows {
  protected final List<Figure> figures = new ArrayList<>();
  protected final List<Headcount> headcounts = new ArrayList<>();
  protected final List<Effect> effects = new ArrayList<>();
  protected final List<Withheld> withheld = new ArrayList<>();
  private int passedOver;

  /// Takes one row.
  ///
  /// @throws CellRefused when a cell cannot be read
  abstract void row(Cells cells);

  final void passOver() {
    passedOver++;
  }

  final Reading.Read read(String form) {
    return new Reading.Read(
        form, new Benchmarks(figures, headcounts, effects, withheld), passedOver);
  }
}
