package org.cleanclaim.codesets.publisher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.publication.CodeList;
import org.jspecify.annotations.Nullable;

/// Collects the rows of a code list and refuses a code that comes twice.
final class CodeRows {
  private final List<CodeList.Row> rows = new ArrayList<>();
  private final Map<String, CodeList.Row> byCode = new HashMap<>();

  void add(CodeList.Row row, long line) throws DamagedFile {
    if (byCode.put(row.code(), row) != null) {
      throw new DamagedFile(line, "The code " + row.code() + " occurs a second time.");
    }
    rows.add(row);
  }

  CodeList.@Nullable Row get(String code) {
    return byCode.get(code);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /// The last row; only when there is one.
  CodeList.Row last() {
    return rows.getLast();
  }

  CodeList list() {
    return new CodeList(rows);
  }
}
