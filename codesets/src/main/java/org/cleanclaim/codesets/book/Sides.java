package org.cleanclaim.codesets.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The words for the side of the body in the titles of codes.
final class Sides {
  private static final Set<String> DEFINITE = Set.of("right", "left", "bilateral", "both");
  private static final Set<String> BOTH = Set.of("bilateral", "both");
  private static final String UNSPECIFIED = "unspecified";

  /// `bilateral` stands without the organ that `right eye` names.
  private static final int MAX_ORGAN_WORDS = 2;

  private Sides() {}

  /// Whether two titles are alike but for the side; both must name one, at least one of them
  /// definitely.
  static boolean differOnlySo(String title, String other) {
    List<String> ofTitle = Words.of(title);
    List<String> ofOther = Words.of(other);
    ofTitle.removeIf(Words.WEAK::contains);
    ofOther.removeIf(Words.WEAK::contains);
    List<String> mine = without(ofTitle, ofOther);
    List<String> theirs = without(ofOther, ofTitle);
    String side = takeSide(mine);
    String otherSide = takeSide(theirs);
    if (side.isEmpty() || otherSide.isEmpty()) return false;
    if (!DEFINITE.contains(side) && !DEFINITE.contains(otherSide)) return false;
    if (mine.isEmpty() && theirs.isEmpty()) return true;
    if (BOTH.contains(side)) return mine.isEmpty() && theirs.size() <= MAX_ORGAN_WORDS;
    return BOTH.contains(otherSide) && theirs.isEmpty() && mine.size() <= MAX_ORGAN_WORDS;
  }

  private static List<String> without(List<String> words, List<String> others) {
    var rest = new ArrayList<String>(words);
    for (String other : others) rest.remove(other);
    return rest;
  }

  /// Takes the one word for a side out; empty when there is none.
  private static String takeSide(List<String> words) {
    for (String word : words) {
      if (DEFINITE.contains(word) || word.equals(UNSPECIFIED)) {
        words.remove(word);
        return word;
      }
    }
    return "";
  }
}
