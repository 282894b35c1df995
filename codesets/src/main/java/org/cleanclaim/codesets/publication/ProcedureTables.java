package org.cleanclaim.codesets.publication;

import java.util.List;

/// The tables from which ICD-10-PCS codes are built.
public record ProcedureTables(List<Table> tables) implements Content {
  public ProcedureTables {
    tables = List.copyOf(tables);
  }

  @Override
  public int size() {
    return tables.size();
  }

  /// One table: the first three characters fixed, the other four by rows.
  ///
  /// @param axes the first three: section, body system, operation
  /// @param definition of the operation, or empty
  public record Table(List<Choice> axes, String definition, List<Row> rows) {
    public Table {
      axes = List.copyOf(axes);
      rows = List.copyOf(rows);
    }

    /// The three characters: `0DB`.
    public String prefix() {
      return "" + axes.get(0).character() + axes.get(1).character() + axes.get(2).character();
    }
  }

  /// Any choice of one column goes with any choice of the others.
  ///
  /// @param columns characters 4 to 7
  public record Row(List<Column> columns) {
    public Row {
      columns = List.copyOf(columns);
    }
  }

  /// One character's choices.
  ///
  /// @param title what the character means here: `Body Part`
  public record Column(String title, List<Choice> choices) {
    public Column {
      choices = List.copyOf(choices);
    }
  }

  /// A character and its meaning.
  ///
  /// @param axis what the character means here: `Section`, `Approach`
  public record Choice(String axis, char character, String meaning) {}
}
