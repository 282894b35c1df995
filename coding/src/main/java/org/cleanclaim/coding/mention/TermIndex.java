package org.cleanclaim.coding.mention;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.cleanclaim.codesets.search.SearchEntry;
import org.cleanclaim.codesets.search.SearchEntry.Origin;

/// The wordings of a code book, found in a text whatever the order of their words. A wording
/// matches where all its essential words stand close together; nonessential ones may stand there
/// too.
public final class TermIndex {
  /// Foreign words allowed between the words of a wording.
  private static final int MOST_BETWEEN = 3;

  private static final int SHORTEST = 4;
  private static final Pattern CAUSE = Pattern.compile("(?i)\\b(?:due|secondary) to\\b");
  private static final int[] NOWHERE = {};

  /// How the codes of chapter 20 begin.
  private static final String EXTERNAL_CAUSES = "VWXY";

  /// How a word that is denied begins in the common wording.
  private static final String WITHOUT = "without";

  private final Terms terms;

  private TermIndex(Terms terms) {
    this.terms = terms;
  }

  /// Wordings that `general` names are left out, since they say less than a diagnosis. Titles of a
  /// side or an encounter are left out too: what leads to the code above them leads there.
  /// `general` gets the essential stems.
  public static TermIndex of(Iterable<SearchEntry> entries, TooGeneral general) {
    return read(ByteBuffer.wrap(pack(entries, general)));
  }

  /// The same in the form that [#read] reads; the same entries give the same bytes.
  public static byte[] pack(Iterable<SearchEntry> entries, TooGeneral general) {
    return TermPacking.pack(entries, general);
  }

  /// Reads what [#pack] made; its texts stay in the buffer.
  public static TermIndex read(ByteBuffer packed) {
    return new TermIndex(new Terms(packed));
  }

  /// How many wordings there are.
  public int size() {
    return terms.size();
  }

  /// What the words of a stretch of text name, from left to right, no word used twice, but that the
  /// cause of an injury leaves its words to the injury: `dog bite of hand` is a bite of the hand.
  ///
  /// @param barriers by word: whether nothing reaches from the word before over to it
  /// @param denied by word: whether the text says that it is not there
  public List<Found> find(List<ClinicalWord> words, boolean[] barriers, boolean[] denied) {
    List<Candidate> candidates = candidates(words, barriers);
    candidates.removeIf(candidate -> saysTheContrary(candidate, words, denied));
    candidates.removeIf(candidate -> takesACause(candidate, words));
    return chosen(candidates, words);
  }

  private List<Found> chosen(List<Candidate> candidates, List<ClinicalWord> words) {
    if (candidates.isEmpty()) return List.of();
    candidates.sort(Candidate.BEST_FIRST);
    var used = new boolean[words.size()];
    var usedByCauses = new boolean[words.size()];
    var found = new ArrayList<Found>();
    for (Candidate candidate : candidates) {
      boolean isCause = EXTERNAL_CAUSES.indexOf(terms.code(candidate.term).charAt(0)) >= 0;
      if (isUsed(candidate.places, used)) continue;
      if (isCause && isUsed(candidate.places, usedByCauses)) continue;
      if (candidate.places.length == 1 && isShort(words.get(candidate.places[0]))) continue;
      for (int place : candidate.places) (isCause ? usedByCauses : used)[place] = true;
      found.add(found(candidate));
    }
    found.sort(Comparator.comparingInt(Found::first));
    return List.copyOf(found);
  }

  private List<Candidate> candidates(List<ClinicalWord> words, boolean[] barriers) {
    int[] text = new int[words.size()];
    long signature = 0;
    for (int i = 0; i < text.length; i++) {
      text[i] = terms.word(words.get(i).stem());
      if (text[i] != StemNumbers.NONE) signature |= Terms.bit(text[i]);
    }
    boolean[] joined = joined(words, barriers);
    var candidates = new ArrayList<Candidate>();
    for (int i = 0; i < text.length; i++) {
      if (text[i] == StemNumbers.NONE) continue;
      int behind = terms.behindKeyed(text[i]);
      for (int term = terms.firstKeyed(text[i]); term < behind; term++) {
        if ((terms.signature(term) & ~signature) != 0) continue;
        boolean[] apart = terms.isJoining(term) ? joined : barriers;
        int[] places = places(term, text, apart, i);
        if (places.length == 0) continue;
        add(candidates, term, text, apart, places);
        int[] elsewhere = elsewhere(term, text, apart, places);
        if (elsewhere.length > 0) add(candidates, term, text, apart, elsewhere);
      }
    }
    return candidates;
  }

  /// The barriers without those that only an `and` makes.
  private static boolean[] joined(List<ClinicalWord> words, boolean[] barriers) {
    var joined = barriers.clone();
    for (int i = 0; i < joined.length; i++) if (words.get(i).isJoined()) joined[i] = false;
    return joined;
  }

  /// What else the words name, though other wordings may have taken them, the best first: `diabetes
  /// with CKD stage 3` names the stage of the kidney disease too.
  ///
  /// @param isWanted by code
  public List<Found> findAlso(
      List<ClinicalWord> words, boolean[] barriers, boolean[] denied, Predicate<String> isWanted) {
    List<Candidate> candidates = candidates(words, barriers);
    candidates.removeIf(candidate -> saysTheContrary(candidate, words, denied));
    candidates.removeIf(candidate -> !isWanted.test(terms.code(candidate.term)));
    candidates.removeIf(c -> c.places.length == 1 && isShort(words.get(c.places[0])));
    candidates.sort(Candidate.BEST_FIRST);
    return candidates.stream().map(this::found).toList();
  }

  /// `Pain secondary to osteoarthritis`: the pain is secondary, not the osteoarthritis. Only a
  /// wording that says a cause itself takes words on both sides.
  private boolean takesACause(Candidate candidate, List<ClinicalWord> words) {
    int last = candidate.places[candidate.places.length - 1];
    for (int place : candidate.places) {
      if (place < last && words.get(place).leadsToACause(words.get(place + 1))) {
        return !CAUSE.matcher(terms.wording(candidate.term)).find();
      }
    }
    return false;
  }

  /// `Without perforation` is no place for a wording that says `with perforation`: of denied words
  /// a wording takes all its words or none, or says `without` itself.
  private static boolean saysTheContrary(
      Candidate candidate, List<ClinicalWord> words, boolean[] denied) {
    int deniedWords = 0;
    for (int place : candidate.places) {
      if (words.get(place).stem().startsWith(WITHOUT)) return false;
      if (denied[place]) deniedWords++;
    }
    return deniedWords > 0 && deniedWords < candidate.places.length;
  }

  private Found found(Candidate candidate) {
    int[] places = candidate.places;
    return new Found(
        terms.code(candidate.term),
        terms.origin(candidate.term),
        terms.wording(candidate.term),
        places[0],
        places[places.length - 1] + 1,
        places.length);
  }

  private static boolean isUsed(int[] places, boolean[] used) {
    for (int place : places) if (used[place]) return true;
    return false;
  }

  // Of one short word only an abbreviation in capitals is sure to be meant.
  private static boolean isShort(ClinicalWord word) {
    return word.end() - word.start() < SHORTEST && !word.isCapitals();
  }

  /// Where the words of a wording stand nearest to its rarest one; none unless all are there.
  private int[] places(int term, int[] text, boolean[] barriers, int anchor) {
    int length = terms.words(term);
    int start = terms.wordStart(term);
    int[] places = new int[length];
    places[0] = anchor;
    for (int w = 1; w < length; w++) {
      int at = nearest(text, barriers, anchor, terms.wordAt(start + w), length + MOST_BETWEEN);
      if (at < 0) return NOWHERE;
      places[w] = at;
    }
    return places;
  }

  /// The same with those words that stand on the other side of the rarest one too: of `knee pain
  /// due to osteoarthritis of the knee` another wording may have the first `knee`.
  private int[] elsewhere(int term, int[] text, boolean[] barriers, int[] nearest) {
    int[] places = NOWHERE;
    int reach = nearest.length + MOST_BETWEEN;
    for (int w = 1; w < nearest.length; w++) {
      int word = terms.wordAt(terms.wordStart(term) + w);
      int at = onSide(text, barriers, nearest[0], word, reach, nearest[w] < nearest[0] ? 1 : -1);
      if (at < 0) continue;
      if (places.length == 0) places = nearest.clone();
      places[w] = at;
    }
    return places;
  }

  private static int onSide(
      int[] text, boolean[] barriers, int anchor, int word, int reach, int direction) {
    for (int step = 1; step <= reach; step++) {
      int at = anchor + direction * step;
      if (at < 0 || at >= text.length || barriers[direction > 0 ? at : at + 1]) return -1;
      if (text[at] == word) return at;
    }
    return -1;
  }

  private void add(
      List<Candidate> candidates, int term, int[] text, boolean[] barriers, int[] unsorted) {
    int[] places = unsorted.clone();
    Arrays.sort(places);
    int from = places[0];
    int to = places[places.length - 1];
    int extra = 0;
    int between = to - from + 1 - places.length;
    for (int o = terms.optionalStart(term); o < terms.optionalEnd(term); o++) {
      int word = terms.optionalAt(o);
      for (int i = Math.max(0, from - 2); i <= Math.min(text.length - 1, to + 2); i++) {
        if (text[i] == word && isOpen(barriers, Math.min(i, from), Math.max(i, to))) {
          extra++;
          if (i > from && i < to) between--;
          break;
        }
      }
    }
    if (between > MOST_BETWEEN) return;
    candidates.add(new Candidate(terms, term, places, extra, Math.max(0, between)));
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
