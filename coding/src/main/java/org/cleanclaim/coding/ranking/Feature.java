package org.cleanclaim.coding.ranking;

import java.util.List;

/// What speaks for or against a code.
enum Feature {
  BASE,
  AFFIRMED,
  PAST_ONLY,
  NEGATED_ONLY,
  UNSURE_ONLY,
  TIMES,
  WORDS,
  DIRECT,
  WORDING_SHARE,
  BY_PHRASE,
  PHRASE_SHARE,
  BOTH,
  BY_MARKED,
  MARKED_SHARE,
  MARKED_WORDS,
  MARKED_TOO,
  MARKED_DENIED,
  TITLE_SHARE,
  COMMON,
  UNSPECIFIED,
  EARLY,
  MORE_SPECIFIC_BESIDE,
  SYMPTOM,
  TITLE_NEAR,
  PLACES,
  ABBREVIATED,
  CATEGORY_SHARE,
  MARKED_TIMES;

  /// In every case, with a marked wording, when the note states it.
  static final List<String> CASES = List.of("", "with mark: ", "when stated: ");

  static final int COUNT = CASES.size() * values().length;
}
