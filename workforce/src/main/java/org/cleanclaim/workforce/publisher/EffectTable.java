package org.cleanclaim.workforce.publisher;

import java.util.List;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.workforce.benchmark.Effect;

/// Relative effects on pay, one a row.
final class EffectTable implements FigureForm {
  private static final List<String> COLUMNS =
      List.of("factor", "value", "baseline", "effect_percent", "source", "year");

  @Override
  public String title() {
    return "table of effects on pay";
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
      effects.add(
          new Effect(
              cells.required("factor"),
              cells.required("value"),
              cells.required("baseline"),
              cells.number("effect_percent"),
              PayTable.source(cells, file)));
    }
  }
}
