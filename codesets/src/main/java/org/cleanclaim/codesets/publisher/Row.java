package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.List;

/// A row of a delimited file or a spreadsheet.
///
/// @param line where it begins, from 1
record Row(int line, List<String> cells) {

  /// The cell without blanks around it; empty where the row ends before it.
  String cell(int column) {
    return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  DamagedFile damage(String reason) {
    return new DamagedFile(line, reason);
  }

  /// Where rows come from.
  interface Source extends AutoCloseable {
    /// The next row, or null at the end.
    @org.jspecify.annotations.Nullable
    Row next() throws java.io.IOException;

    @Override
    void close() throws IOException;
  }
}
