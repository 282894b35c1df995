package org.cleanclaim.codesets.publication;

import java.util.List;

/// A table of terms against columns of codes: neoplasms by behavior, drugs by circumstance.
///
/// @param columns the headings of the code columns, without the first
public record TermTable(List<String> columns, List<Row> rows) implements Content {
  public TermTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  @Override
  public int size() {
    return rows.size();
  }

  /// A term (level 0) or a subterm of the nearest term before it of a lower level.
  ///
  /// @param nonessential modifiers in parentheses, with them, or empty
  /// @param cells one for each column: a code without dot, a trailing `-` when it needs more
  ///   characters, empty for no code
  /// @param references `see` and `see also`
  public record Row(
      int level,
      String title,
      String nonessential,
      List<String> cells,
      List<AlphabeticIndex.Reference> references) {
    public Row {
      cells = List.copyOf(cells);
      references = List.copyOf(references);
    }
  }
}
