package org.cleanclaim.codesets.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The words an index knows, with the number of phrases that hold each: completes stems and
/// corrects misspellings. Immutable.
final class Vocabulary {
  /// A known word for a typed one.
  ///
  /// @param changes letters changed, added, lost or swapped; 0 for a completed stem
  record Suggestion(String word, int phrases, int changes) {}

  private static final int MOST_COMPLETIONS = 24;
  private static final int MOST_CORRECTIONS = 4;
  private static final int LONGEST_CORRECTED = 30;
  private static final int LONGEST_WORD = 40;

  /// One change in a word costs as much as a factor of this power of ten in frequency.
  private static final double DECADES_PER_CHANGE = 2.6;

  private final String[] words;
  private final int[] phrases;

  /// Places of the words, the shortest first, and where each length starts among them.
  private final int[] byLength;

  private final int[] starts;

  /// The letters of the words in the order of length.
  private final long[] letters;

  /// @param counts in alphabetical order
  Vocabulary(List<IndexReading.Count> counts) {
    this.words = counts.stream().map(IndexReading.Count::word).toArray(String[]::new);
    this.phrases = counts.stream().mapToInt(IndexReading.Count::times).toArray();
    this.byLength =
        IntStream.range(0, words.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> words[i].length()))
            .mapToInt(Integer::intValue)
            .toArray();
    this.letters = new long[words.length];
    Arrays.setAll(letters, i -> letters(words[byLength[i]]));
    this.starts = new int[LONGEST_WORD + 2];
    Arrays.fill(starts, words.length);
    for (var i = words.length - 1; i >= 0; i--) {
      var length = Math.min(LONGEST_WORD, words[byLength[i]].length());
      Arrays.fill(starts, 0, length + 1, i);
    }
  }

  /// In how many phrases the word stands; 0 if it is unknown.
  int phrases(String word) {
    var place = Arrays.binarySearch(words, word);
    return place < 0 ? 0 : phrases[place];
  }

  boolean knows(String word) {
    return Arrays.binarySearch(words, word) >= 0;
  }

  /// Longer words that begin so, most frequent first.
  List<Suggestion> completions(String stem) {
    var found = new ArrayList<Suggestion>();
    var place = Arrays.binarySearch(words, stem);
    for (var i = place < 0 ? -place - 1 : place + 1;
        i < words.length && words[i].startsWith(stem);
        i++) {
      found.add(new Suggestion(words[i], phrases[i], 0));
    }
    found.sort(Comparator.comparingInt((Suggestion s) -> -s.phrases()));
    return found.size() > MOST_COMPLETIONS ? found.subList(0, MOST_COMPLETIONS) : found;
  }

  /// Words spelled nearly so, most likely first. Frequent words are likelier.
  List<Suggestion> corrections(String typed) {
    var length = typed.length();
    if (length < 3 || length > LONGEST_CORRECTED) {
      return List.of();
    }
    var most = length <= 4 ? 1 : length <= 8 ? 2 : 3;
    var typedLetters = letters(typed);
    var found = new ArrayList<Suggestion>();
    var end = from(length + most + 1);
    for (var i = from(length - most); i < end; i++) {
      if (Long.bitCount(letters[i] ^ typedLetters) <= 2 * most) {
        var word = words[byLength[i]];
        var changes = Spelling.changes(typed, word, most);
        if (changes <= most && changes > 0) {
          found.add(new Suggestion(word, phrases[byLength[i]], changes));
          most = Math.min(most, changes + 1);
        }
      }
    }
    var fewest = most;
    found.removeIf(suggestion -> suggestion.changes() > fewest);
    found.sort(
        Comparator.comparingDouble((Suggestion s) -> unlikelihood(typed, s))
            .thenComparing(Suggestion::word));
    var limit = found.isEmpty() ? 0 : unlikelihood(typed, found.getFirst()) + 1.2;
    var kept = new ArrayList<Suggestion>();
    for (var suggestion : found) {
      if (kept.size() < MOST_CORRECTIONS && unlikelihood(typed, suggestion) <= limit) {
        kept.add(suggestion);
      }
    }
    return kept;
  }

  /// Where words of this length start in the order of length.
  private int from(int length) {
    return starts[Math.clamp(length, 0, LONGEST_WORD + 1)];
  }

  private static double unlikelihood(String typed, Suggestion suggestion) {
    var sameStart = typed.charAt(0) == suggestion.word().charAt(0) ? 0 : 0.5;
    return suggestion.changes()
        + sameStart
        - Math.log10(1 + suggestion.phrases()) / DECADES_PER_CHANGE;
  }

  /// A set of the letters in a word: one bit each, a second one for letters that stand twice.
  private static long letters(String word) {
    var set = 0L;
    for (var i = 0; i < word.length(); i++) {
      var c = word.charAt(i);
      var bit = c >= 'a' && c <= 'z' ? 1L << (c - 'a') : 1L << 26;
      set |= (set & bit) == 0 ? bit : bit << 32;
    }
    return set;
  }
}
