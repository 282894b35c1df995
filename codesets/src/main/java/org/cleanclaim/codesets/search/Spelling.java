package org.cleanclaim.codesets.search;

import java.util.Arrays;

/// Counts how far two spellings lie apart: letters changed, added, left out, or two neighbours
/// swapped (the restricted Damerau-Levenshtein distance).
final class Spelling {
  private Spelling() {}

  /// The number of changes, or `most + 1` as soon as there are more.
  static int changes(String one, String other, int most) {
    var from = 0;
    var end = Math.min(one.length(), other.length());
    while (from < end && one.charAt(from) == other.charAt(from)) {
      from++;
    }
    var cut = 0;
    while (cut < end - from
        && one.charAt(one.length() - 1 - cut) == other.charAt(other.length() - 1 - cut)) {
      cut++;
    }
    return middle(
        one.substring(from, one.length() - cut), other.substring(from, other.length() - cut), most);
  }

  private static int middle(String one, String other, int most) {
    var width = other.length() + 1;
    var before = new int[width];
    var last = new int[width];
    var row = new int[width];
    Arrays.setAll(last, i -> i);
    for (var i = 1; i <= one.length(); i++) {
      row[0] = i;
      var least = i;
      for (var j = 1; j < width; j++) {
        var same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        var cost = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + same);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        row[j] = cost;
        least = Math.min(least, cost);
      }
      if (least > most) {
        return most + 1;
      }
      var spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return last[width - 1];
  }
}
