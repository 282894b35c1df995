package org.cleanclaim.workforce.publisher;

import java.util.List;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Headcount;
import org.cleanclaim.workforce.benchmark.Withheld;

/// People employed, openings, growth and shares, one a row.
final class EmploymentTable implements FigureForm {
  private static final List<String> COLUMNS =
      List.of("dimension", "key", "measure", "value", "unit", "source", "year");

  @Override
  public String title() {
    return "employment table";
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
              .orElseThrow(() -> cells.refused("dimension", "There is no such dimension."));
      String key = PayTable.key(cells, dimension);
      String measure = cells.required("measure");
      Headcount.Unit unit =
          switch (cells.required("unit")) {
            case "people" -> Headcount.Unit.PEOPLE;
            case "percent" -> Headcount.Unit.PERCENT;
            default -> throw cells.refused("unit", "The unit is people or percent.");
          };
      var source = PayTable.source(cells, file);
      var mark = cells.mark("value");
      if (mark.isPresent()) {
        withheld.add(new Withheld(dimension, key, "", measure, null, mark.get(), source));
        return;
      }
      var value = unit == Headcount.Unit.PEOPLE ? cells.people("value") : cells.number("value");
      headcounts.add(new Headcount(dimension, key, measure, value, unit, source));
    }
  }
}
