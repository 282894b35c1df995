package org.cleanclaim.codesets.search;

import java.util.Arrays;
import java.util.List;

/// The folded words of an index by number, each with its weight: the rarer, the more it tells.
final class TermWeights {
  private static final float MOST = 9f;

  private final String[] stems;
  private final float[] weights;
  private final float[] extra;
  private final float[] missing;

  /// @param counts in how many phrases each stem stands, in alphabetical order
  /// @param all how many phrases there are
  TermWeights(List<IndexReading.Count> counts, int all) {
    this.stems = counts.stream().map(IndexReading.Count::word).toArray(String[]::new);
    this.weights = new float[stems.length];
    this.extra = new float[stems.length];
    this.missing = new float[stems.length];
    for (var i = 0; i < stems.length; i++) {
      var rarity = (float) Math.log(1 + (double) all / counts.get(i).times());
      weights[i] = Math.min(MOST, rarity);
      extra[i] = MedicalLanguage.shared().extra(stems[i]);
      missing[i] = MedicalLanguage.shared().missing(stems[i]);
    }
  }

  /// The number of a stem; negative if no phrase holds it.
  int number(String stem) {
    return Arrays.binarySearch(stems, stem);
  }

  String stem(int number) {
    return stems[number];
  }

  float weight(int number) {
    return weights[number];
  }

  /// The share of the weight that counts when a phrase has the word unasked.
  float extra(int number) {
    return extra[number];
  }

  /// The share of the weight that counts when a phrase lacks the word.
  float missing(int number) {
    return missing[number];
  }
}
