package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.kernel.EffectivePeriod;

/// A small table that is shipped with the program: tab separated, comments with `#`, a heading,
/// then rows.
final class StarterTable {
  private final List<String> heading;
  private final List<Row> rows;

  private StarterTable(List<String> heading, List<Row> rows) {
    this.heading = heading;
    this.rows = rows;
  }

  /// Reads the shipped table; a fault in it is a fault of the program.
  static StarterTable named(String name) {
    String path = "/org/cleanclaim/codesets/starter/" + name;
    var rows = new ArrayList<Row>();
    try (InputStream stream =
            Objects.requireNonNull(StarterTable.class.getResourceAsStream(path), path);
        var lines = new Lines(stream)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (line.isBlank() || line.startsWith("#")) continue;
        var row = new Row(lines.number(), List.of(line.split("\t", -1)));
        if (!rows.isEmpty() && row.cells().size() != rows.getFirst().cells().size()) {
          throw new IllegalStateException(path + ", line " + row.line() + ": wrong cell count");
        }
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new StarterTable(rows.getFirst().cells(), rows.subList(1, rows.size()));
  }

  List<Row> rows() {
    return rows;
  }

  /// The table as a code list; columns beyond code, title, billable, parent and from become
  /// attributes.
  CodeList codes() {
    return new CodeList(rows.stream().map(this::code).toList());
  }

  private CodeList.Row code(Row row) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < heading.size(); i++) {
      boolean isAttribute =
          !List.of("code", "title", "billable", "parent", "from").contains(heading.get(i));
      if (isAttribute && !row.cell(i).isEmpty()) attributes.put(heading.get(i), row.cell(i));
    }
    String parent = cell(row, "parent");
    String from = cell(row, "from");
    return new CodeList.Row(
        cell(row, "code"),
        cell(row, "title"),
        "",
        !cell(row, "billable").equals("0"),
        parent.isEmpty() ? null : parent,
        from.isEmpty() ? null : EffectivePeriod.from(LocalDate.parse(from)),
        attributes);
  }

  /// Empty where the table has no such column.
  private String cell(Row row, String column) {
    int at = heading.indexOf(column);
    return at < 0 ? "" : row.cell(at);
  }
}
