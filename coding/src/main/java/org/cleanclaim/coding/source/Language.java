package org.cleanclaim.coding.source;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells by the small words whether a text is English. Short texts, which have few of them, pass.
final class Language {
  private static final int ENOUGH = 5;
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
    String begin = text.substring(0, Math.min(text.length(), LOOKED_AT)).toLowerCase(Locale.ROOT);
    Matcher word = WORD.matcher(begin);
    while (word.find()) {
      if (ENGLISH.contains(word.group())) english++;
      if (SPANISH.contains(word.group())) spanish++;
    }
    boolean isSpanish = spanish >= ENOUGH && spanish > 2 * english;
    return isSpanish ? Optional.of("Spanish") : Optional.empty();
  }
}
