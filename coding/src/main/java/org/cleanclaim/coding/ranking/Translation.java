package org.cleanclaim.coding.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which word of a translation stands for which word of the original, learned from texts alone (IBM
/// model 1, Brown et al. 1993): words that stand at about the same place of both texts again and
/// again mean the same, the more so where they are written alike. The same texts in the same order
/// give the same numbers.
final class Translation {
  /// How far apart, in ten-thousandths of the texts, words that mean the same may stand.
  static final int REACH = 400;

  private static final int ROUNDS = 6;
  private static final int LIKENESS = 8;

  /// The number of a pair of an original and a translated word.
  private final Map<Pair, Integer> numbers = new HashMap<>();

  private final List<String> originals = new ArrayList<>();
  private final Map<String, String> best = new HashMap<>();
  private double[] shares = new double[0];

  private record Pair(String original, String translated) {}

  /// The pairs that may explain a word of a translation.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Explained(int[] pairs) {}

  /// A text and its translation.
  record Both(List<PlacedWord> original, List<PlacedWord> translated) {}

  private Translation() {}

  static Translation learn(List<Both> texts) {
    var translation = new Translation();
    var explained = new ArrayList<Explained>();
    for (Both each : texts) translation.take(each, explained);
    translation.begin();
    for (int round = 0; round < ROUNDS; round++) translation.improve(explained);
    translation.choose();
    return translation;
  }

  private void take(Both texts, List<Explained> explained) {
    List<PlacedWord> original = texts.original();
    int from = 0;
    for (PlacedWord word : texts.translated()) {
      while (from < original.size() && original.get(from).place() < word.place() - REACH) from++;
      var pairs = new ArrayList<Integer>();
      for (int i = from; i < original.size(); i++) {
        if (original.get(i).place() > word.place() + REACH) break;
        pairs.add(number(new Pair(original.get(i).word(), word.word())));
      }
      explained.add(new Explained(pairs.stream().mapToInt(Integer::intValue).toArray()));
    }
  }

  private int number(Pair pair) {
    Integer known = numbers.get(pair);
    if (known != null) return known;
    int next = numbers.size();
    numbers.put(pair, next);
    originals.add(pair.original());
    return next;
  }

  private void begin() {
    shares = new double[numbers.size()];
    numbers.forEach((pair, number) ->
        shares[number] = 1 + LIKENESS * likeness(pair.original(), pair.translated()));
    normalize(shares);
  }

  private void improve(List<Explained> explained) {
    var counts = new double[shares.length];
    for (Explained word : explained) {
      double sum = 0;
      for (int pair : word.pairs()) sum += shares[pair];
      if (sum == 0) continue;
      for (int pair : word.pairs()) counts[pair] += shares[pair] / sum;
    }
    normalize(counts);
    shares = counts;
  }

  /// Makes the shares of each original word add up to one.
  private void normalize(double[] counts) {
    var sums = new HashMap<String, double[]>();
    for (int i = 0; i < counts.length; i++) {
      sums.computeIfAbsent(originals.get(i), word -> new double[1])[0] += counts[i];
    }
    for (int i = 0; i < counts.length; i++) {
      double[] sum = sums.getOrDefault(originals.get(i), new double[1]);
      counts[i] = sum[0] == 0 ? 0 : counts[i] / sum[0];
    }
  }

  /// The share in which an original word is rendered by another.
  double share(String original, String translated) {
    Integer number = numbers.get(new Pair(original, translated));
    return number == null ? 0 : shares[number];
  }

  /// What an original word is rendered by in most cases.
  Optional<String> best(String original) {
    return Optional.ofNullable(best.get(original));
  }

  private void choose() {
    var most = new HashMap<String, Double>();
    numbers.forEach((pair, number) -> {
      double share = shares[number];
      if (share < 0.4 || share <= most.getOrDefault(pair.original(), 0.0)) return;
      most.put(pair.original(), share);
      best.put(pair.original(), pair.translated());
    });
  }

  /// How much alike two words are written, from 0 to 1: by the pairs of letters that they share;
  /// little likeness is none.
  static double likeness(String one, String two) {
    Set<String> pairsOfOne = pairs(one);
    Set<String> pairsOfTwo = pairs(two);
    int all = pairsOfOne.size() + pairsOfTwo.size();
    pairsOfOne.retainAll(pairsOfTwo);
    double alike = all == 0 ? 0 : 2.0 * pairsOfOne.size() / all;
    return alike < 0.5 ? 0 : alike;
  }

  private static Set<String> pairs(String word) {
    var pairs = new HashSet<String>();
    for (int i = 0; i + 1 < word.length(); i++) pairs.add(word.substring(i, i + 2));
    return pairs;
  }
}
