package org.cleanclaim.app.web.payerrule;

import java.util.ArrayList;
import java.util.List;

/// What is different between two texts, line by line: the longest run of common lines stays.
///
/// @param lines of both texts, in their order
public record TextDifference(List<Line> lines) {
  private static final int MOST_LINES = 2000;

  /// Where a line stands.
  public enum Side {
    BOTH,
    BEFORE,
    AFTER;

    /// The sign before the line.
    public String sign() {
      return switch (this) {
        case BOTH -> " ";
        case BEFORE -> "-";
        case AFTER -> "+";
      };
    }
  }

  /// One line and the text or texts that hold it.
  public record Line(Side side, String text) {}

  public TextDifference {
    lines = List.copyOf(lines);
  }

  /// Compares two texts; of texts that are very long all lines count as different.
  static TextDifference of(String before, String after) {
    List<String> a = before.lines().toList();
    List<String> b = after.lines().toList();
    var lines = new ArrayList<Line>();
    if (a.size() > MOST_LINES || b.size() > MOST_LINES) {
      a.forEach(text -> lines.add(new Line(Side.BEFORE, text)));
      b.forEach(text -> lines.add(new Line(Side.AFTER, text)));
      return new TextDifference(lines);
    }
    int[][] common = common(a, b);
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
        lines.add(new Line(Side.BOTH, a.get(i)));
        i++;
        j++;
      } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line(Side.BEFORE, a.get(i++)));
      } else {
        lines.add(new Line(Side.AFTER, b.get(j++)));
      }
    }
    return new TextDifference(lines);
  }

  /// How many lines the rests of the texts have in common, from each pair of places on.
  private static int[][] common(List<String> a, List<String> b) {
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        common[i][j] =
            a.get(i).equals(b.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  /// Whether the texts are the same.
  public boolean isEmpty() {
    return lines.stream().allMatch(line -> line.side() == Side.BOTH);
  }
}
