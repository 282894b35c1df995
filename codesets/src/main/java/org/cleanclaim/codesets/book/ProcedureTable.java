package org.cleanclaim.codesets.book;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cleanclaim.codesets.publication.ProcedureTables;
import org.cleanclaim.codesets.publication.ProcedureTables.Choice;
import org.cleanclaim.codesets.publication.ProcedureTables.Column;
import org.cleanclaim.codesets.publication.ProcedureTables.Row;

/// One table made ready for questions: each row's four columns as sets of characters.
final class ProcedureTable {
  static final int FIRST_COLUMN = 3;
  static final int COLUMNS = 4;
  static final int LENGTH = FIRST_COLUMN + COLUMNS;

  private final ProcedureTables.Table table;
  private final List<Row> rows;
  private final long[] sets;

  ProcedureTable(ProcedureTables.Table table) {
    this.table = table;
    this.rows = table.rows().stream().filter(r -> r.columns().size() == COLUMNS).toList();
    this.sets =
        rows.stream()
            .flatMap(row -> row.columns().stream())
            .flatMapToLong(column -> LongStream.of(set(column)))
            .toArray();
  }

  private static long set(Column column) {
    long set = 0;
    for (Choice choice : column.choices()) set |= bit(choice.character());
    return set;
  }

  /// Digits and capital letters have a bit each; any other character has none.
  private static long bit(char c) {
    if (c >= '0' && c <= '9') return 1L << (c - '0');
    return c >= 'A' && c <= 'Z' ? 1L << (c - 'A' + 10) : 0;
  }

  String prefix() {
    return table.prefix();
  }

  List<Choice> axes() {
    return table.axes();
  }

  String definition() {
    return table.definition();
  }

  /// The rows that go with the characters of a code from the fourth on, as far as it has them.
  List<Row> rows(String code) {
    var matching = new ArrayList<Row>();
    for (int row = 0; row < rows.size(); row++) {
      if (goesWith(row, code)) matching.add(rows.get(row));
    }
    return matching;
  }

  private boolean goesWith(int row, String code) {
    for (int i = FIRST_COLUMN; i < Math.min(code.length(), LENGTH); i++) {
      if ((sets[row * COLUMNS + i - FIRST_COLUMN] & bit(code.charAt(i))) == 0) return false;
    }
    return true;
  }

  boolean hasCode(String code) {
    for (int row = 0; row < rows.size(); row++) if (goesWith(row, code)) return true;
    return false;
  }

  /// Every code of the table once, sorted.
  void forEachCode(Consumer<String> action) {
    expand(prefix(), IntStream.range(0, rows.size()).toArray(), action);
  }

  private void expand(String code, int[] matching, Consumer<String> action) {
    if (code.length() == LENGTH) {
      action.accept(code);
      return;
    }
    int column = code.length() - FIRST_COLUMN;
    long characters = 0;
    for (int row : matching) characters |= sets[row * COLUMNS + column];
    for (long rest = characters; rest != 0; rest &= rest - 1) {
      long bit = Long.lowestOneBit(rest);
      int[] with =
          IntStream.of(matching).filter(row -> (sets[row * COLUMNS + column] & bit) != 0).toArray();
      expand(code + character(bit), with, action);
    }
  }

  private static char character(long bit) {
    int number = Long.numberOfTrailingZeros(bit);
    return (char) (number < 10 ? '0' + number : 'A' + number - 10);
  }
}
