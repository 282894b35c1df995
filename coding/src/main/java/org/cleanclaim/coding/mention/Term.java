package org.cleanclaim.coding.mention;

import org.cleanclaim.codesets.search.SearchEntry.Origin;

/// A wording of the classification, its words as numbers.
final class Term {
  final String code;
  final boolean isBillable;
  final Origin origin;
  final String wording;

  /// The essential ones, the rarest first.
  final int[] words;

  final int[] optional;

  Term(
      String code, boolean isBillable, Origin origin, String wording, int[] words, int[] optional) {
    this.code = code;
    this.isBillable = isBillable;
    this.origin = origin;
    this.wording = wording;
    this.words = words;
    this.optional = optional;
  }

  /// The same with its essential words in another order.
  Term ordered(int[] order) {
    return new Term(code, isBillable, origin, wording, order, optional);
  }
}
