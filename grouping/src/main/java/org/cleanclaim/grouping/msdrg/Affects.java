package org.cleanclaim.grouping.msdrg;

/// Which of the two results a code had a part in.
public enum Affects {
  NONE,
  INITIAL,
  FINAL,
  BOTH;

  static Affects of(boolean[] initial, boolean[] last, int place) {
    if (initial[place]) return last[place] ? BOTH : INITIAL;
    return last[place] ? FINAL : NONE;
  }
}
