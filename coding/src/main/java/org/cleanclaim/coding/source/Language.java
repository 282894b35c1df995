package org.cleanclaim.coding.source;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells by the small words whether a text is English. Short texts, which have few of them, pass.
final class Language {
  private static final int ENOUGH = 5;

  /// `LA` of an echocardiogram and the `de la` of names are said again and again.
  private static final int DIFFERENT = 4;

  private static final int LOOKED_AT = 20_000;
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "of", "and", "with", "was", "is", "to", "for", "she", "he", "her", "his", "has",
          "at", "were", "this", "that", "which", "denies", "by");
  private static final Set<String> SPANISH =
      Set.of(
          "el",
          "la",
          "los",
          "las",
          "de",
          "del",
          "que",
          "con",
          "se",
          "una",
          "un",
          "por",
          "para",
          "en",
          "y",
          "su",
          "al",
          "es",
          "paciente",
          "fue");

  private Language() {}

  /// The language of a text that is not English, as far as it is known.
  static Optional<String> foreign(String text) {
    int english = 0;
    int spanish = 0;
    var different = new HashSet<String>();
    Matcher word = WORD.matcher(text).region(0, Math.min(text.length(), LOOKED_AT));
    while (word.find()) {
      String small = word.group().toLowerCase(Locale.ROOT);
      if (ENGLISH.contains(small)) english++;
      if (SPANISH.contains(small)) {
        spanish++;
        different.add(small);
      }
    }
    boolean isSpanish = spanish >= ENOUGH && different.size() >= DIFFERENT && spanish > 2 * english;
    return isSpanish ? Optional.of("Spanish") : Optional.empty();
  }
}
