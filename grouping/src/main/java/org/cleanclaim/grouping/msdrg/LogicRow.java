package org.cleanclaim.grouping.msdrg;

import java.util.List;
import org.cleanclaim.codesets.publication.RuleTables;

/// A row of a table of the grouper's logic.
record LogicRow(RuleTables.Table table, List<String> cells) {
  static List<LogicRow> of(RuleTables.Table table) {
    return table.rows().stream().map(cells -> new LogicRow(table, cells)).toList();
  }

  String text(String column) {
    int at = table.column(column);
    return at < cells.size() ? cells.get(at) : "";
  }

  int number(String column) {
    String text = text(column);
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  int from() {
    return number("from_version");
  }

  int to() {
    return number("to_version");
  }

  boolean isOf(int version) {
    return from() <= version && version <= to();
  }
}
