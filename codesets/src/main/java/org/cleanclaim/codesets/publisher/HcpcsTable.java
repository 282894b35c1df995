package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.List;
import org.cleanclaim.codesets.publication.CodeList;
import org.jspecify.annotations.Nullable;

/// HCPCS Level II with a heading over its columns: CMS's spreadsheet, below some rows of notes, or
/// the same saved as CSV. Rows of two characters are modifiers.
final class HcpcsTable implements Layout {
  private static final int LAST_NOTE_ROW = 40;

  @Override
  public boolean fits(Contents file) throws IOException {
    if (Workbook.is(file)) {
      try (var rows = new Workbook(file)) {
        return heading(rows) != null;
      }
    }
    return file.head()
        .lines()
        .limit(LAST_NOTE_ROW)
        .anyMatch(l -> isHeading(List.of(l.split(",", -1))));
  }

  private static boolean isHeading(List<String> cells) {
    return Table.name(cells.getFirst().replace("\"", "")).matches("hcpcs?(?: code)?")
        && cells.stream().anyMatch(c -> Table.name(c).contains("long description"));
  }

  private static @Nullable Row heading(Row.Source rows) throws IOException {
    for (Row row = rows.next(); row != null && row.line() <= LAST_NOTE_ROW; row = rows.next()) {
      if (isHeading(row.cells())) return row;
    }
    return null;
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var codes = new CodeRows();
    var modifiers = new CodeRows();
    try (Row.Source rows = Workbook.is(file) ? new Workbook(file) : Csv.whole(file, ',')) {
      Row heading = heading(rows);
      if (heading == null) throw new DamagedFile(1, "The heading is missing.");
      var table = new Table(rows, heading);
      Row row = table.next();
      while (row != null) {
        var title = new StringBuilder(table.cell(row, "long description"));
        Row next = table.next();
        for (; next != null && isContinuation(table, next); next = table.next()) {
          title.append(' ').append(table.cell(next, "long description"));
        }
        CodeList.Row code = read(table, row, title.toString());
        (code.code().length() == 2 ? modifiers : codes).add(code, row.line());
        row = next;
      }
    }
    return HcpcsRow.result(codes, modifiers, file, dating);
  }

  /// Whether the row goes on with the description of the row before.
  private static boolean isContinuation(Table table, Row row) {
    return table.cell(row, "recid").matches("[48]");
  }

  private static CodeList.Row read(Table table, Row row, String title) throws DamagedFile {
    return new HcpcsRow(row.cell(0), row.line())
        .with("coverage", table.cell(row, "cov"))
        .with("pricing", String.join(" ", table.cells(row, "price")))
        .with("multiple_pricing", table.cell(row, "mult_pi"))
        .with("betos", table.cell(row, "betos"))
        .with("tos", String.join(" ", table.cells(row, "tos")))
        .with("asc_group", table.cell(row, "asc_grp"))
        .with("statute", table.cell(row, "statute"))
        .with("lab_certification", String.join(" ", table.cells(row, "labcert")))
        .with("cross_reference", String.join(" ", table.cells(row, "xref")))
        .withUnits(table.cell(row, "anest_bu"))
        .with("action", table.cell(row, "action cd"))
        .with("processing_note", table.cell(row, "procnote"))
        .row(
            title,
            table.cell(row, "short description"),
            table.cell(row, "add dt"),
            table.cell(row, "act eff dt"),
            table.cell(row, "term dt"));
  }
}
