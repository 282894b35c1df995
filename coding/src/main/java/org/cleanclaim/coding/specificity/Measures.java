package org.cleanclaim.coding.specificity;

import java.util.List;
import java.util.Set;
import org.cleanclaim.codesets.search.ClinicalWord;

/// Numbers that say how large something is or how much was given, and no stage, grade or level.
final class Measures {
  private static final Set<String> UNITS =
      Set.of("cm", "mm", "mg", "mcg", "ml", "cc", "kg", "lb", "inch", "percent");

  /// Between the lengths of something: `5 x 4 cm`.
  private static final String BY = "x";

  private Measures() {}

  /// Whether the word at a place is a number of a measure.
  static boolean isOne(List<ClinicalWord> words, int place) {
    if (!isNumber(words.get(place).stem())) return false;
    if (place > 0 && words.get(place - 1).stem().equals(BY)) return true;
    if (place + 1 == words.size()) return false;
    String next = words.get(place + 1).stem();
    return next.equals(BY) || UNITS.contains(next);
  }

  private static boolean isNumber(String stem) {
    return !stem.isEmpty() && stem.chars().allMatch(Character::isDigit);
  }
}
