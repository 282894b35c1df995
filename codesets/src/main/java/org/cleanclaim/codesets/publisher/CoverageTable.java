package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;

/// A table of coverage documents, recognised by the columns that its heading has among others. Long
/// texts are left out. The documents have days of their own, so that a file that names no day holds
/// from the first day of ICD-10-CM.
///
/// @param name what the table is called among those of its kind
/// @param columns what is kept, in this order
/// @param check what the cells of a row have to be to each other
record CoverageTable(
    PublicationKind kind, String name, List<CoverageColumn> columns, String source, RowCheck check)
    implements RuleLayout {
  private static final LocalDate FIRST_DAY = LocalDate.of(2015, 10, 1);

  /// Ends the reading when the kept cells of a row contradict each other.
  @FunctionalInterface
  interface RowCheck {
    void check(Row row, List<String> kept) throws DamagedFile;
  }

  @Override
  public boolean fits(Contents file) {
    Set<String> heading = new HashSet<>();
    for (String cell : Arrays.asList(file.firstLine().replace("\"", "").split(",", -1))) {
      heading.add(Table.name(cell));
    }
    return columns.stream()
        .filter(column -> column.need() == CoverageColumn.Need.NEEDED)
        .allMatch(column -> heading.contains(column.name()));
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var rows = new ArrayList<List<String>>();
    try (var table = Table.of(Csv.any(file, ','))) {
      for (Row row = table.next(); row != null; row = table.next()) {
        var kept = new ArrayList<String>(columns.size());
        for (CoverageColumn column : columns) {
          kept.add(column.kept(row, table.cell(row, column.name())));
        }
        check.check(row, kept);
        rows.add(List.copyOf(kept));
      }
    }
    if (rows.isEmpty()) throw new DamagedFile(1, "The table has no rows.");
    var names = columns.stream().map(CoverageColumn::name).toList();
    return Layout.one(
        kind,
        edition(dating),
        source + " " + file.name(),
        RuleTables.of(new RuleTables.Table(name, names, rows)));
  }

  private static Edition edition(Dating dating) {
    try {
      return dating.calendar();
    } catch (UnknownFile e) {
      return new Edition("undated", FIRST_DAY);
    }
  }
}
