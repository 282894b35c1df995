package org.cleanclaim.coding.document;

import java.util.List;
import org.cleanclaim.codesets.search.ClinicalWord;

/// A sentence of a section, with the words in it.
///
/// @param isProblem an item of the assessment that names a problem, rather than telling about it
public record Sentence(
    SectionKind section, boolean isProblem, int start, int end, List<ClinicalWord> words) {
  public Sentence {
    words = List.copyOf(words);
  }

  /// By word: whether the sentence says that it is not there.
  public boolean[] denied(String text) {
    return Denials.of(text, start, end, words);
  }

  /// By word: whether a wording may not reach from the word before over to it. Clauses and listed
  /// items stand apart.
  public boolean[] barriers(String text) {
    boolean[] barriers = new boolean[words.size()];
    for (int i = 1; i < barriers.length; i++) {
      int from = words.get(i - 1).end();
      int to = words.get(i).start();
      boolean isPlain = to - from == 1 && text.charAt(from) == ' ';
      barriers[i] =
          (from < to && !isPlain && Clauses.part(text, from, to)) || Spread.begins(text, words, i);
    }
    return barriers;
  }
}
