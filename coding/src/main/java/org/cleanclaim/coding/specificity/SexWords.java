package org.cleanclaim.coding.specificity;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.cleanclaim.kernel.party.Sex;

/// What tells codes for men from codes for women: the sex of the patient, else how the note speaks
/// of the patient throughout.
public final class SexWords {
  private static final Pattern WOMAN =
      Pattern.compile("(?i)\\b(?:woman|female|lady|girl|she|her|hers)\\b");
  private static final Pattern MAN =
      Pattern.compile("(?i)\\b(?:man|male|gentleman|boy|he|his|him)\\b");
  private static final Set<String> FEMALE = stems("female");
  private static final Set<String> MALE = stems("male");

  private SexWords() {}

  private static Set<String> stems(String word) {
    return Set.copyOf(ClinicalWord.ofPhrase(word).stream().map(ClinicalWord::stem).toList());
  }

  /// The stems of the word; none where neither the patient's record nor the note tells.
  public static Set<String> of(Sex sex, String text) {
    return switch (sex) {
      case FEMALE -> FEMALE;
      case MALE -> MALE;
      default -> told(text);
    };
  }

  /// Whether the stems are those of a man.
  public static boolean isMan(Set<String> stems) {
    return stems.equals(MALE);
  }

  private static Set<String> told(String text) {
    List<Boolean> told = List.of(WOMAN.matcher(text).find(), MAN.matcher(text).find());
    if (told.equals(List.of(true, false))) return FEMALE;
    return told.equals(List.of(false, true)) ? MALE : Set.of();
  }
}
