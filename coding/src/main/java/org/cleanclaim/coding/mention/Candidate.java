package org.cleanclaim.coding.mention;

import java.util.Comparator;
import org.cleanclaim.codesets.search.SearchEntry.Origin;

/// A wording whose essential words all stand in a stretch of text.
final class Candidate {
  /// More words first, then those that stand closer together; of equals the billable code, then the
  /// order of the books, then the code itself.
  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingInt((Candidate c) -> -c.score)
          .thenComparing(c -> !c.isBillable)
          .thenComparing(c -> c.origin)
          .thenComparingInt(c -> c.code)
          .thenComparingInt(c -> c.places[0]);

  final int term;

  /// Where the essential words stand, from left to right.
  final int[] places;

  private final int score;
  private final boolean isBillable;
  private final Origin origin;
  private final int code;

  /// @param extra how many nonessential words stand there too
  /// @param between how many words that are not of the wording stand between
  Candidate(Terms terms, int term, int[] places, int extra, int between) {
    this.term = term;
    this.places = places;
    this.score = 10 * places.length + 4 * extra - 3 * between;
    this.isBillable = terms.isBillable(term);
    this.origin = terms.origin(term);
    this.code = terms.codeNumber(term);
  }
}
