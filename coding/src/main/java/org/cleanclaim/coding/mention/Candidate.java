package org.cleanclaim.coding.mention;

import java.util.Comparator;

/// A wording whose essential words all stand in a stretch of text.
final class Candidate {
  /// More words first, then those that stand closer together; of equals the billable code, then the
  /// order of the books, then the code itself.
  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingInt((Candidate c) -> -c.score())
          .thenComparing(c -> !c.term.isBillable)
          .thenComparing(c -> c.term.origin)
          .thenComparing(c -> c.term.code)
          .thenComparingInt(c -> c.places[0]);

  final Term term;

  /// Where the essential words stand, from left to right.
  final int[] places;

  private final int extra;
  private final int between;

  /// @param extra how many nonessential words stand there too
  /// @param between how many words that are not of the wording stand between
  Candidate(Term term, int[] places, int extra, int between) {
    this.term = term;
    this.places = places;
    this.extra = extra;
    this.between = between;
  }

  private int score() {
    return 10 * places.length + 4 * extra - 3 * between;
  }

  TermIndex.Found found() {
    return new TermIndex.Found(
        term.code,
        term.origin,
        term.wording,
        places[0],
        places[places.length - 1] + 1,
        places.length);
  }
}
