package org.cleanclaim.workforce.publisher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.publisher.ReadResult;
import org.cleanclaim.codesets.publisher.Sheet;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.jspecify.annotations.Nullable;

/// Reads files of published figures. The heading tells the form; a file is read whole or refused
/// with row and column.
public final class FigureFiles {
  private static final List<FigureForm> FORMS =
      List.of(new PayTable(), new EmploymentTable(), new EffectTable(), new OccupationTable());

  private static final List<String> BUILT_IN =
      List.of("pay_benchmarks.tsv", "employment.tsv", "pay_effects.tsv");

  private FigureFiles() {}

  /// @throws IOException when the file cannot be opened
  public static Reading read(SourceFile file) throws IOException {
    var table = new Table(file);
    try {
      var damage = Sheet.read(file, table::row);
      if (damage.isPresent()) return refusal(damage.get());
      return table.end();
    } catch (CellRefused e) {
      return e.in(file.name());
    }
  }

  /// The figures that come with the program.
  public static Benchmarks builtIn() {
    Benchmarks all = Benchmarks.NONE;
    for (String name : BUILT_IN) {
      try {
        all =
            switch (read(new BuiltIn(name))) {
              case Reading.Read read -> all.with(read.benchmarks());
              case Reading.Refused refused -> throw new IllegalStateException(refused.message());
            };
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  private static Reading.Refused refusal(ReadResult.Refused damage) {
    return new Reading.Refused(damage.file(), damage.line(), "", damage.reason(), damage.remedy());
  }

  /// The rows of one file as they come: remarks, the heading, rows of its form.
  private static final class Table {
    private final SourceFile file;
    private final List<String> heading = new ArrayList<>();
    private @Nullable FigureForm form;
    private @Nullable FigureRows rows;

    Table(SourceFile file) {
      this.file = file;
    }

    void row(int line, List<String> cells) {
      if (rows != null) {
        rows.row(new Cells(line, heading, cells));
        return;
      }
      if (cells.getFirst().startsWith("#")) return;
      for (String cell : cells) heading.add(cell.toLowerCase(Locale.ROOT));
      FigureForm fitting = form(line);
      form = fitting;
      rows = fitting.rows(heading, file);
    }

    private FigureForm form(int line) {
      Optional<FigureForm> fitting = FORMS.stream().filter(f -> f.fits(heading)).findFirst();
      return fitting.orElseThrow(() ->
          new CellRefused(
              line,
              "",
              "No form of table has this heading.",
              "A survey needs the columns dimension, key, population, stat, unit, amount, source,"
                  + " year; a workbook of the Bureau of Labor Statistics is installed as it was"
                  + " published."));
    }

    Reading end() {
      if (rows == null || form == null) {
        return new Reading.Refused(
            file.name(), 1, "", "The file has no heading.", "Compare it with the publisher's.");
      }
      Reading.Read read = rows.read(form.title());
      if (read.benchmarks().isEmpty() && read.benchmarks().withheld().isEmpty()) {
        return new Reading.Refused(
            file.name(),
            1,
            "",
            "The table says nothing about coders and billers.",
            "Install a table that has medical records specialists (29-2072).");
      }
      return read;
    }
  }

  private record BuiltIn(String name) implements SourceFile {
    @Override
    public InputStream open() throws IOException {
      InputStream stream = Benchmarks.class.getResourceAsStream(name);
      if (stream == null) throw new IOException(name + " is missing in the program");
      return stream;
    }
  }
}
