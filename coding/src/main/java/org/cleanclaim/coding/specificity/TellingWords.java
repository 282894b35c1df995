package org.cleanclaim.coding.specificity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.codesets.search.ClinicalWord;

/// The words of a statement that tell which of several codes is meant. What the statement denies
/// tells none: `acute cystitis without hematuria` is not the one with hematuria. Nor does a
/// measure: `stage 4, 5 x 2 cm` is not stage 2.
public final class TellingWords {
  private TellingWords() {}

  /// Their stems, the region of a disc by its level, and the side that the note means where the
  /// statement names none.
  ///
  /// @param words of the statement
  /// @param isDenied by word
  public static Set<String> of(List<ClinicalWord> words, boolean[] isDenied, Sides sides) {
    var stems = new HashSet<String>();
    for (int i = 0; i < words.size(); i++) {
      if (!isDenied[i] && !Measures.isOne(words, i)) stems.add(words.get(i).stem());
    }
    SpineLevels.tell(words, stems);
    sides.of(stems).ifPresent(stems::add);
    return stems;
  }
}
