package org.cleanclaim.codesets.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Which billable code stands for a heading when nothing more is known: the one that says the
/// least. Coders know it as the "unspecified" code: for `N20` this is `N20.9`, for an injury the
/// initial encounter.
final class StandardCodes {
  private final List<SearchEntry> entries;

  /// @param entries in the order of codes
  StandardCodes(List<SearchEntry> entries) {
    this.entries = entries;
  }

  /// For each entry the number of its standard code; its own number if it is billable or has none
  /// below.
  int[] standards() {
    var standards = new int[entries.size()];
    Arrays.setAll(standards, i -> i);
    for (var i = 0; i < standards.length; i++) {
      if (!entries.get(i).billable()) {
        standards[i] = standard(i);
      }
    }
    return standards;
  }

  private int standard(int heading) {
    var prefix = entries.get(heading).code();
    var best = heading;
    var bestRank = Integer.MIN_VALUE;
    for (var i = heading + 1; i < entries.size() && entries.get(i).code().startsWith(prefix); i++) {
      if (entries.get(i).billable()) {
        var rank = rank(entries.get(i), prefix.length());
        if (rank > bestRank) {
          bestRank = rank;
          best = i;
        }
      }
    }
    return best;
  }

  private static int rank(SearchEntry entry, int prefixLength) {
    var title = entry.title().toLowerCase(Locale.ROOT);
    var rank = -title.length() / 8;
    rank += 10 * count(title, "unspecified");
    rank += count(title, "initial encounter") > 0 ? 12 : 0;
    rank += count(title, "closed fracture") > 0 ? 4 : 0;
    rank += count(title, "without") > 0 ? 6 : 0;
    rank -= count(title, "other ") > 0 ? 4 : 0;
    rank += entry.code().startsWith("9", prefixLength) ? 5 : 0;
    return rank;
  }

  private static int count(String text, String word) {
    var count = 0;
    for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      count++;
    }
    return count;
  }
}
