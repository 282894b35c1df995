package org.cleanclaim.codesets.publication;

import java.util.ArrayList;
import java.util.List;

/// Facts that rules are judged by: code pairs, editor flags, grouper logic, relative values. What
/// belongs together often comes in several files; each is a table with a name of ours.
public record RuleTables(List<Table> tables) implements PartedContent {
  public RuleTables {
    tables = List.copyOf(tables);
  }

  /// Rows of text cells under named columns.
  public record Table(String name, List<String> columns, List<List<String>> rows) {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }

    /// The place of a column in the rows.
    ///
    /// @throws IllegalArgumentException when the table has no such column
    public int column(String column) {
      int place = columns.indexOf(column);
      if (place < 0) throw new IllegalArgumentException(name + " has no column " + column);
      return place;
    }
  }

  /// A single table that came in one file.
  public static RuleTables of(Table table) {
    return new RuleTables(List.of(table));
  }

  /// The table of a name; one without rows where it is not installed.
  public Table table(String name) {
    return tables.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseGet(() -> new Table(name, List.of(), List.of()));
  }

  /// Whether the table of a name is there.
  public boolean has(String name) {
    return tables.stream().anyMatch(table -> table.name().equals(name));
  }

  /// These tables with those of a further file, which take the place of tables of the same name.
  @Override
  public RuleTables with(PartedContent further) {
    var newer = (RuleTables) further;
    var all = new ArrayList<>(tables);
    all.removeIf(table -> newer.has(table.name()));
    all.addAll(newer.tables);
    all.sort((a, b) -> a.name().compareTo(b.name()));
    return new RuleTables(all);
  }

  @Override
  public int size() {
    return tables.stream().mapToInt(table -> table.rows().size()).sum();
  }
}
