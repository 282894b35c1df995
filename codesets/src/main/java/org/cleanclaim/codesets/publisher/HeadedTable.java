package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;

/// A delimited file of facts, recognised by its heading. Cells are kept as they are; whoever judges
/// by them reads them.
///
/// @param name what the table is called among those of its kind
/// @param heading the file's first line, in small letters
/// @param checks what each cell has to look like, column by column: regular expressions
/// @param source the publisher, before the file's name
record HeadedTable(
    PublicationKind kind,
    String name,
    char separator,
    String heading,
    List<String> checks,
    Issue issue,
    String source)
    implements RuleLayout {

  /// Which issue a file is and from when it holds.
  @FunctionalInterface
  interface Issue {
    Edition of(Dating dating) throws UnknownFile;
  }

  @Override
  public boolean fits(Contents file) {
    return Table.name(file.firstLine()).equals(Table.name(heading));
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    List<String> columns = List.of(heading.split(String.valueOf(separator), -1));
    var rows = new ArrayList<List<String>>();
    try (var table = Table.of(Csv.whole(file, separator))) {
      for (Row row = table.next(); row != null; row = table.next()) {
        for (int i = 0; i < checks.size(); i++) {
          if (!row.cell(i).matches(checks.get(i))) {
            throw row.damage(
                "\"%s\" is no value of the column %s.".formatted(row.cell(i), columns.get(i)));
          }
        }
        rows.add(row.cells());
      }
    }
    if (rows.isEmpty()) throw new DamagedFile(1, "The table has no rows.");
    return Layout.one(
        kind,
        issue.of(dating),
        source + " " + file.name(),
        RuleTables.of(new RuleTables.Table(name, columns, rows)));
  }
}
