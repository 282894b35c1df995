package org.cleanclaim.edits.ncci;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.publication.CodePairs;

/// Finds pairs of codes by the millions.
public final class PairTable {
  /// No row, or no code.
  static final int NONE = -1;

  private final CodePairs pairs;
  private final Map<String, Integer> places;

  // Where the rows of each first code begin.
  private final int[] starts;

  public PairTable(CodePairs pairs) {
    this.pairs = pairs;
    this.places = HashMap.newHashMap(pairs.codes().size());
    for (int i = 0; i < pairs.codes().size(); i++) places.put(pairs.codes().get(i), i);
    this.starts = new int[pairs.codes().size() + 1];
    for (int i = 0; i < pairs.size(); i++) starts[CodePairs.first(pairs.row(i)) + 1]++;
    for (int i = 1; i < starts.length; i++) starts[i] += starts[i - 1];
  }

  /// How many rows there are, those that are over included.
  public int size() {
    return pairs.size();
  }

  /// A number for a code, [#NONE] when it is in no pair.
  int place(String code) {
    Integer place = places.get(code);
    return place == null ? NONE : place;
  }

  /// The row of a pair that applies on an epoch day, [#NONE] when there is none. A row whose first
  /// day is its last was withdrawn; one with indicator 9 never applies.
  int find(int first, int second, int day) {
    int at = firstRow(first, second);
    int end = starts[first + 1];
    for (; at < end; at++) {
      long row = pairs.row(at);
      if (CodePairs.second(row) != second) return NONE;
      int from = pairs.from(row);
      int until = pairs.until(row);
      boolean isOn =
          (from == CodePairs.OPEN || from <= day)
              && (until == CodePairs.OPEN || day <= until)
              && (from == CodePairs.OPEN || from != until)
              && CodePairs.indicator(row) != 9;
      if (isOn) return at;
    }
    return NONE;
  }

  private int firstRow(int first, int second) {
    int low = starts[first];
    int high = starts[first + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (CodePairs.second(pairs.row(middle)) < second) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /// Whether a modifier may set the row aside.
  boolean allowsModifier(int row) {
    return CodePairs.indicator(pairs.row(row)) == 1;
  }

  /// The row in words.
  CodePairs.Pair row(int row) {
    return pairs.pair(pairs.row(row));
  }

  /// All rows of a pair, whenever they hold.
  public List<CodePairs.Pair> history(String first, String second) {
    var rows = new ArrayList<CodePairs.Pair>();
    int one = place(first);
    int other = place(second);
    if (one == NONE || other == NONE) return rows;
    for (int at = firstRow(one, other); at < starts[one + 1]; at++) {
      if (CodePairs.second(pairs.row(at)) != other) break;
      rows.add(row(at));
    }
    return rows;
  }
}
