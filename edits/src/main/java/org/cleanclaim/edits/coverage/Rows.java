package org.cleanclaim.edits.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.cleanclaim.codesets.publication.RuleTables;
import org.jspecify.annotations.Nullable;

/// The rows of an installed table, asked by the names of its columns.
///
/// @param table one without rows where it is not installed
record Rows(RuleTables.Table table) {

  /// One row.
  record Cells(RuleTables.Table table, List<String> row) {
    /// The cell of a column; empty where the table does not have it.
    String get(String column) {
      int place = table.columns().indexOf(column);
      return place < 0 ? "" : row.get(place);
    }

    /// Several cells as one key.
    String key(String... columns) {
      var key = new StringBuilder();
      for (String column : columns) key.append(get(column)).append('|');
      return key.toString();
    }

    /// A day, or null when the cell is empty.
    @Nullable LocalDate day(String column) {
      String day = get(column);
      return day.isEmpty() ? null : LocalDate.parse(day);
    }
  }

  static Rows of(RuleTables tables, String name) {
    return new Rows(tables.table(name));
  }

  void each(Consumer<Cells> receiver) {
    for (List<String> row : table.rows()) receiver.accept(new Cells(table, row));
  }
}
