package org.cleanclaim.coding.pregnancy;

import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.codesets.search.ClinicalWord;

/// A third of a pregnancy, counted in completed weeks as the note at the head of chapter 15 says.
public enum Trimester {
  FIRST("first"),
  SECOND("second"),
  THIRD("third");

  private static final int SECOND_FROM = 14;
  private static final int THIRD_FROM = 28;

  private final String word;

  Trimester(String word) {
    this.word = word;
  }

  static Trimester ofWeek(int completedWeeks) {
    if (completedWeeks < SECOND_FROM) return FIRST;
    return completedWeeks < THIRD_FROM ? SECOND : THIRD;
  }

  /// As titles of the tabular list have it.
  String inWords() {
    return word + " trimester";
  }

  /// The same by stems.
  Set<String> stems() {
    return ClinicalWord.ofPhrase(inWords()).stream()
        .map(ClinicalWord::stem)
        .collect(Collectors.toUnmodifiableSet());
  }
}
