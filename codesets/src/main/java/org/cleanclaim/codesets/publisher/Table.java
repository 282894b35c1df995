package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows below a heading, asked by the heading's names.
final class Table implements AutoCloseable {
  private final Row.Source rows;
  private final Map<String, Integer> columns = new HashMap<>();
  private final int width;

  /// Takes the next row as the heading.
  static Table of(Row.Source rows) throws IOException {
    Row heading = rows.next();
    if (heading == null) throw new DamagedFile(1, "The file has no heading.");
    return new Table(rows, heading);
  }

  Table(Row.Source rows, Row heading) {
    this.rows = rows;
    this.width = heading.cells().size();
    for (int i = 0; i < width; i++) columns.putIfAbsent(name(heading.cell(i)), i);
  }

  /// The next row; it must be as wide as the heading.
  @Nullable Row next() throws IOException {
    Row row = rows.next();
    if (row != null && row.cells().size() != width) {
      throw row.damage("The row has %d cells instead of %d.".formatted(row.cells().size(), width));
    }
    return row;
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  String cell(Row row, String column) {
    return row.cell(columns.getOrDefault(column, -1));
  }

  /// The filled cells of a column, or of the columns `PRICE1`, `PRICE2` and so on.
  List<String> cells(Row row, String column) {
    var cells = new ArrayList<String>();
    if (!cell(row, column).isEmpty()) cells.add(cell(row, column));
    for (int i = 1; has(column + i); i++) {
      if (!cell(row, column + i).isEmpty()) cells.add(cell(row, column + i));
    }
    return cells;
  }

  /// A heading's name in small letters, blanks collapsed.
  static String name(String heading) {
    return Xml.collapse(heading.replace("\uFEFF", "")).toLowerCase(Locale.ROOT);
  }

  /// Whether the file's first line has these headings, in this order and no others.
  static boolean isHeading(String line, String headings) {
    return name(line.replace("\"", "")).equals(headings);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
