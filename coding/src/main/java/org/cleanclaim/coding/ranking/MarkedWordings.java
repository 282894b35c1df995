package org.cleanclaim.coding.ranking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.cleanclaim.coding.document.NoteReader;
import org.cleanclaim.coding.document.Sentence;

/// The wording in a translated note of what a coder marked in the original.
final class MarkedWordings {
  /// How far from the surest word the others may stand, in words.
  private static final int NEAR = 5;

  /// Texts and their translations do not always keep step.
  private static final int REACH = 2 * Translation.REACH;

  /// From which share on a word renders another, in hundredths.
  private static final int SURE = 12;

  private final Translation translation;
  private final Set<String> everywhere;

  /// @param everywhere stems that stand in most notes, and tell nothing
  MarkedWordings(Translation translation, Set<String> everywhere) {
    this.translation = translation;
    this.everywhere = everywhere;
  }

  /// A stem of the note and its sentence.
  record NoteWord(PlacedWord placed, int sentence) {}

  /// The stems of a note in order.
  static List<NoteWord> words(String text) {
    var words = new ArrayList<NoteWord>();
    int number = 0;
    for (Sentence sentence : NoteReader.read(text)) {
      for (ClinicalWord word : sentence.words()) {
        int place = PlacedWord.place(word.start(), text.length());
        words.add(new NoteWord(new PlacedWord(word.stem(), place), number));
      }
      number++;
    }
    return words;
  }

  /// The stems, in order of the alphabet with blanks between; empty where fewer than half of the
  /// marked words are found again close together.
  Optional<String> of(Original original, Marking marking, List<NoteWord> note) {
    List<PlacedWord> marked = PlacedWord.of(original.text(), marking.start(), marking.end());
    int anchor = -1;
    double surest = 0;
    for (PlacedWord word : marked) {
      for (int i = 0; i < note.size(); i++) {
        double share = share(word, note.get(i));
        if (share > surest) {
          surest = share;
          anchor = i;
        }
      }
    }
    if (anchor < 0) return Optional.empty();
    var stems = new TreeSet<String>();
    var rendered = new HashSet<String>();
    for (PlacedWord word : marked) {
      int best = -1;
      double most = 0;
      for (int i = Math.max(0, anchor - NEAR); i <= Math.min(note.size() - 1, anchor + NEAR); i++) {
        if (note.get(i).sentence() != note.get(anchor).sentence()) continue;
        double share = share(word, note.get(i));
        if (share > most) {
          most = share;
          best = i;
        }
      }
      if (best < 0) continue;
      stems.add(note.get(best).placed().word());
      rendered.add(word.word());
    }
    long different = marked.stream().map(PlacedWord::word).distinct().count();
    return 2L * rendered.size() < different
        ? Optional.empty()
        : Optional.of(String.join(" ", stems));
  }

  /// The wording that most likely renders the passage anywhere; empty where a word of it is not
  /// sure.
  Optional<String> anywhere(Original original, Marking marking) {
    var stems = new TreeSet<String>();
    for (PlacedWord word : PlacedWord.of(original.text(), marking.start(), marking.end())) {
      Optional<String> best = translation.best(word.word());
      if (best.isEmpty()) return Optional.empty();
      stems.add(best.get());
    }
    return stems.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", stems));
  }

  private double share(PlacedWord marked, NoteWord word) {
    int distance = marked.distance(word.placed());
    String stem = word.placed().word();
    boolean saysNothing = everywhere.contains(stem) || Character.isDigit(stem.charAt(0));
    if (distance > REACH || saysNothing) return 0;
    double share = translation.share(marked.word(), stem);
    return share * 100 < SURE ? 0 : share * (REACH - distance) / REACH;
  }
}
