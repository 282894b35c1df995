package org.cleanclaim.coding.ranking;

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
  SYMPTOM;

  static final int COUNT = 2 * values().length;
}
