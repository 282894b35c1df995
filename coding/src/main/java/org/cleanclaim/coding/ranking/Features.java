package org.cleanclaim.coding.ranking;

/// What speaks for or against one code, in numbers; 0 where nothing is known.
@SuppressWarnings("EnumOrdinal") // a place of the array, kept nowhere
final class Features {
  private final double[] values = new double[Feature.COUNT];

  void put(Feature feature, double value) {
    values[feature.ordinal()] = value;
  }

  boolean has(Feature feature) {
    return values[feature.ordinal()] != 0;
  }

  /// What speaks for a code that a coder marked by the wording, and for one that the note states,
  /// weighs otherwise than for one that is only guessed at, so it stands a second time for them.
  double[] values() {
    int once = Feature.COUNT / Feature.CASES.size();
    if (has(Feature.BY_MARKED)) System.arraycopy(values, 0, values, once, once);
    if (has(Feature.AFFIRMED) || has(Feature.PAST_ONLY)) {
      System.arraycopy(values, 0, values, 2 * once, once);
    }
    return values;
  }
}
