package org.cleanclaim.coding.source;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells by the small words whether a text is English; a short text, which has few of them, by
/// words that every chart of another language has and no English one.
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

  private static final Set<String> SPANISH_CHART =
      words(
          "paciente refiere dolor fiebre tos diagnostico motivo antecedentes años anos desde hace"
              + " tratamiento hipertension hipertensión diagnóstico neumonia neumonía metformina"
              + " con sin niega acude exploracion exploración consulta");

  private static final Set<String> FRENCH_CHART =
      words(
          "patiente douleur douleurs fièvre toux ans avec depuis chez traitement"
              + " artérielle diabète pneumonie antécédents"
              + " présente examen");

  /// How many different ones of them a short text of that language has.
  private static final int OF_A_CHART = 3;

  private static Set<String> words(String all) {
    return Set.of(all.split(" "));
  }

  private Language() {}

  /// The language of a text that is not English, as far as it is known.
  static Optional<String> foreign(String text) {
    int english = 0;
    int spanish = 0;
    var different = new HashSet<String>();
    var ofSpanishChart = new HashSet<String>();
    var ofFrenchChart = new HashSet<String>();
    Matcher word = WORD.matcher(text).region(0, Math.min(text.length(), LOOKED_AT));
    while (word.find()) {
      String small = word.group().toLowerCase(Locale.ROOT);
      if (ENGLISH.contains(small)) english++;
      if (SPANISH.contains(small)) {
        spanish++;
        different.add(small);
      }
      if (SPANISH_CHART.contains(small)) ofSpanishChart.add(small);
      if (FRENCH_CHART.contains(small)) ofFrenchChart.add(small);
    }
    boolean isSpanish = spanish >= ENOUGH && different.size() >= DIFFERENT && spanish > 2 * english;
    if (isSpanish || isChart(ofSpanishChart, english)) return Optional.of("Spanish");
    return isChart(ofFrenchChart, english) ? Optional.of("French") : Optional.empty();
  }

  private static boolean isChart(Set<String> words, int english) {
    return words.size() >= OF_A_CHART && words.size() > english;
  }
}
