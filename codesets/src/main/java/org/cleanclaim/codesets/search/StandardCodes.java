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
    var at = heading;
    while (!entries.get(at).billable()) {
      var child = bestChild(at);
      if (child == at) {
        return heading;
      }
      at = child;
    }
    return at;
  }

  private int bestChild(int heading) {
    var above = entries.get(heading);
    var best = heading;
    var bestRank = Integer.MIN_VALUE;
    var child = heading + 1;
    while (isBelow(child, above.code())) {
      var rank = rank(entries.get(child), above);
      if (rank > bestRank) {
        bestRank = rank;
        best = child;
      }
      child = behind(child);
    }
    return best;
  }

  /// The next code that does not stand below this one.
  private int behind(int place) {
    var next = place + 1;
    while (isBelow(next, entries.get(place).code())) {
      next++;
    }
    return next;
  }

  private boolean isBelow(int place, String code) {
    return place < entries.size() && entries.get(place).code().startsWith(code);
  }

  private static int rank(SearchEntry entry, SearchEntry above) {
    var title = entry.title().toLowerCase(Locale.ROOT);
    var unspecified =
        count(title, "unspecified") - count(above.title().toLowerCase(Locale.ROOT), "unspecified");
    var rank = -title.length() / 16;
    rank += 10 * unspecified;
    rank += count(title, "initial encounter") > 0 ? 12 : 0;
    rank += count(title, "closed fracture") > 0 ? 4 : 0;
    rank += count(title, "without complication") > 0 ? 12 : 0;
    rank += count(title, "without") > 0 ? 3 : 0;
    rank -= count(title, "other ") > 0 ? 4 : 0;
    rank += entry.code().startsWith("9", above.code().length()) ? 5 : 0;
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
