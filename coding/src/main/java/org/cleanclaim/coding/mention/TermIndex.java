package org.cleanclaim.coding.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.cleanclaim.codesets.search.SearchEntry;
import org.cleanclaim.codesets.search.SearchEntry.Origin;
import org.cleanclaim.codesets.search.SearchEntry.Phrase;
import org.jspecify.annotations.Nullable;

/// The wordings of a code book, found in a text whatever the order of their words. A wording
/// matches where all its essential words stand close together; nonessential ones may stand there
/// too.
public final class TermIndex {
  /// Foreign words allowed between the words of a wording.
  private static final int MOST_BETWEEN = 3;

  private static final int LONGEST = 8;
  private static final int SHORTEST = 4;
  private static final int FULL = 7;

  private final Map<String, Integer> ids = new HashMap<>();
  private final List<Term> terms = new ArrayList<>();
  private int[][] byRarest = new int[0][];

  private TermIndex() {}

  /// Wordings that `general` names are left out, since they say less than a diagnosis. Titles of a
  /// side or an encounter are left out too: what leads to the code above them leads there.
  /// `general` gets the essential stems.
  public static TermIndex of(Iterable<SearchEntry> entries, TooGeneral general) {
    var index = new TermIndex();
    var raw = new ArrayList<Term>();
    for (SearchEntry entry : entries) {
      boolean isDetail = Residual.isSide(entry.title()) || entry.code().length() == FULL;
      if (!isDetail) index.add(entry, Origin.TITLE, entry.title(), general, raw);
      for (Phrase phrase : entry.phrases()) {
        if (phrase.origin() == Origin.SHORT_TITLE || phrase.origin() == Origin.DRUG_TABLE) continue;
        index.add(entry, phrase.origin(), phrase.text(), general, raw);
      }
    }
    index.settle(raw);
    return index;
  }

  private void add(
      SearchEntry entry, Origin origin, String wording, TooGeneral general, List<Term> raw) {
    if (origin == Origin.TITLE && Residual.isResidual(wording)) return;
    var essential = new LinkedHashSet<String>();
    var optional = new LinkedHashSet<String>();
    List<ClinicalWord> words = ClinicalWord.ofPhrase(wording);
    for (ClinicalWord word : words) {
      boolean isOptional = word.optional() || Residual.saysNothing(word.stem(), origin, words);
      (isOptional ? optional : essential).add(word.stem());
    }
    add(entry, origin, wording, essential, optional, general, raw);
    Residual.ofAnEnd(essential)
        .ifPresent(named -> add(entry, origin, wording, named, optional, general, raw));
  }

  private void add(
      SearchEntry entry,
      Origin origin,
      String wording,
      Set<String> essential,
      Set<String> optional,
      TooGeneral general,
      List<Term> raw) {
    var others = new LinkedHashSet<String>(optional);
    others.removeAll(essential);
    if (essential.isEmpty() || essential.size() > LONGEST || general.test(essential)) return;
    raw.add(new Term(entry.code(), entry.billable(), origin, wording, ids(essential), ids(others)));
  }

  private int[] ids(Set<String> stems) {
    return stems.stream().mapToInt(stem -> ids.computeIfAbsent(stem, s -> ids.size())).toArray();
  }

  private void settle(List<Term> raw) {
    int[] frequency = new int[ids.size()];
    raw.forEach(term -> Arrays.stream(term.words).forEach(word -> frequency[word]++));
    var seen = new LinkedHashSet<String>();
    var lists = new HashMap<Integer, List<Integer>>();
    raw.sort(Comparator.comparing((Term t) -> t.origin).thenComparing(t -> t.code));
    for (Term term : raw) {
      int[] words =
          Arrays.stream(term.words)
              .boxed()
              .sorted(Comparator.comparingInt((Integer w) -> frequency[w]).thenComparing(w -> w))
              .mapToInt(Integer::intValue)
              .toArray();
      if (!seen.add(term.code + Arrays.toString(words))) continue;
      lists.computeIfAbsent(words[0], w -> new ArrayList<>()).add(terms.size());
      terms.add(
          new Term(term.code, term.isBillable, term.origin, term.wording, words, term.optional));
    }
    byRarest = new int[ids.size()][];
    lists.forEach(
        (word, list) -> byRarest[word] = list.stream().mapToInt(Integer::intValue).toArray());
  }

  /// How many wordings there are.
  public int size() {
    return terms.size();
  }

  /// What the words of a stretch of text name, from left to right, no word used twice.
  ///
  /// @param barriers by word: whether nothing reaches from the word before over to it
  public List<Found> find(List<ClinicalWord> words, boolean[] barriers) {
    int[] text = new int[words.size()];
    for (int i = 0; i < text.length; i++) text[i] = ids.getOrDefault(words.get(i).stem(), -1);
    var candidates = new ArrayList<Candidate>();
    for (int i = 0; i < text.length; i++) {
      int[] keyed = text[i] < 0 ? null : byRarest[text[i]];
      if (keyed == null) continue;
      for (int term : keyed) {
        Candidate candidate = at(terms.get(term), text, barriers, i);
        if (candidate != null) candidates.add(candidate);
      }
    }
    candidates.sort(Candidate.BEST_FIRST);
    var used = new boolean[text.length];
    var found = new ArrayList<Found>();
    for (Candidate candidate : candidates) {
      if (Arrays.stream(candidate.places).anyMatch(p -> used[p])) continue;
      if (candidate.places.length == 1 && isShort(words.get(candidate.places[0]))) continue;
      for (int place : candidate.places) used[place] = true;
      found.add(candidate.found());
    }
    found.sort(Comparator.comparingInt(Found::first));
    return List.copyOf(found);
  }

  // Of one short word only an abbreviation in capitals is sure to be meant.
  private static boolean isShort(ClinicalWord word) {
    return word.end() - word.start() < SHORTEST && !word.isCapitals();
  }

  private static @Nullable Candidate at(Term term, int[] text, boolean[] barriers, int anchor) {
    int[] places = new int[term.words.length];
    places[0] = anchor;
    int from = anchor;
    int to = anchor;
    int reach = term.words.length + MOST_BETWEEN;
    for (int w = 1; w < places.length; w++) {
      int at = nearest(text, barriers, anchor, term.words[w], reach);
      if (at < 0) return null;
      places[w] = at;
      from = Math.min(from, at);
      to = Math.max(to, at);
    }
    int extra = 0;
    int between = to - from + 1 - places.length;
    for (int word : term.optional) {
      for (int i = Math.max(0, from - 2); i <= Math.min(text.length - 1, to + 2); i++) {
        if (text[i] == word && isOpen(barriers, Math.min(i, from), Math.max(i, to))) {
          extra++;
          if (i > from && i < to) between--;
          break;
        }
      }
    }
    if (between > MOST_BETWEEN) return null;
    Arrays.sort(places);
    return new Candidate(term, places, extra, Math.max(0, between));
  }

  private static int nearest(int[] text, boolean[] barriers, int anchor, int word, int reach) {
    boolean isOpenBefore = true;
    boolean isOpenBehind = true;
    for (int step = 1; step <= reach && (isOpenBefore || isOpenBehind); step++) {
      int before = anchor - step;
      int behind = anchor + step;
      isOpenBefore = isOpenBefore && before >= 0 && !barriers[before + 1];
      isOpenBehind = isOpenBehind && behind < text.length && !barriers[behind];
      if (isOpenBefore && text[before] == word) return before;
      if (isOpenBehind && text[behind] == word) return behind;
    }
    return -1;
  }

  private static boolean isOpen(boolean[] barriers, int from, int to) {
    for (int i = from + 1; i <= to; i++) if (barriers[i]) return false;
    return true;
  }

  /// Tells which wordings are too general to mean a diagnosis.
  @FunctionalInterface
  public interface TooGeneral {
    boolean test(Set<String> stems);
  }

  /// A wording found at words `first` (inclusive) to `last` (exclusive).
  ///
  /// @param essential how many of its words had to be there
  public record Found(
      String code, Origin origin, String wording, int first, int last, int essential) {}
}
