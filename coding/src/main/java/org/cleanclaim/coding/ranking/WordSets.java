package org.cleanclaim.coding.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.jspecify.annotations.Nullable;

/// Wordings as sets of stems, found wherever all their stems stand close together in a clause, in
/// any order.
final class WordSets {
  static final WordSets NONE = new WordSets(List.of());

  /// Foreign words allowed between the words of a wording.
  private static final int MOST_BETWEEN = 2;

  private final Map<String, List<WordSet>> byStem = new HashMap<>();

  private record WordSet(String wording, List<String> rest) {}

  /// A wording found at words `first` (inclusive) to `last` (exclusive).
  record Found(String wording, int first, int last) {}

  /// @param wordings stems with blanks between
  WordSets(Iterable<String> wordings) {
    var uses = new HashMap<String, Integer>();
    for (String wording : wordings) {
      for (String stem : wording.split(" ")) uses.merge(stem, 1, Integer::sum);
    }
    for (String wording : wordings) {
      var rest = new ArrayList<>(List.of(wording.split(" ")));
      String key = rest.getFirst();
      for (String stem : rest) {
        if (uses.getOrDefault(stem, 0) < uses.getOrDefault(key, 0)) key = stem;
      }
      rest.remove(key);
      byStem.computeIfAbsent(key, k -> new ArrayList<>()).add(new WordSet(wording, rest));
    }
  }

  /// @param barriers by word: whether nothing reaches from the word before over to it
  /// @param isWanted by wording
  List<Found> find(List<ClinicalWord> words, boolean[] barriers, Predicate<String> isWanted) {
    var found = new ArrayList<Found>();
    for (int i = 0; i < words.size(); i++) {
      for (WordSet set : byStem.getOrDefault(words.get(i).stem(), List.of())) {
        Found at = isWanted.test(set.wording()) ? at(set, words, barriers, i) : null;
        if (at != null) found.add(at);
      }
    }
    return found;
  }

  private static @Nullable Found at(
      WordSet set, List<ClinicalWord> words, boolean[] barriers, int anchor) {
    int from = anchor;
    int to = anchor;
    int length = set.rest().size() + 1;
    for (String stem : set.rest()) {
      int at = nearest(words, barriers, anchor, stem, length + MOST_BETWEEN);
      if (at < 0) return null;
      from = Math.min(from, at);
      to = Math.max(to, at);
    }
    return to - from + 1 - length > MOST_BETWEEN ? null : new Found(set.wording(), from, to + 1);
  }

  private static int nearest(
      List<ClinicalWord> words, boolean[] barriers, int anchor, String stem, int reach) {
    boolean isOpenBefore = true;
    boolean isOpenBehind = true;
    for (int step = 1; step <= reach && (isOpenBefore || isOpenBehind); step++) {
      int before = anchor - step;
      int behind = anchor + step;
      isOpenBefore = isOpenBefore && before >= 0 && !barriers[before + 1];
      isOpenBehind = isOpenBehind && behind < words.size() && !barriers[behind];
      if (isOpenBefore && words.get(before).stem().equals(stem)) return before;
      if (isOpenBehind && words.get(behind).stem().equals(stem)) return behind;
    }
    return -1;
  }
}
