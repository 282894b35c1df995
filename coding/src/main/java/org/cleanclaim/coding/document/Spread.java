package org.cleanclaim.coding.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.search.ClinicalWord;

/// Where a neoplasm has spread to. `Breast cancer metastatic to bone` and `metastatic breast cancer
/// to bone` name two neoplasms, the first one by its own site and a secondary one of the site
/// behind `to` (Alphabetic Index: Metastasis, metastatic, cancer, to specified site; Official
/// Guidelines I.C.2).
final class Spread {
  private static final String METASTASES = "metastases";
  private static final List<ClinicalWord> SECONDARY =
      ClinicalWord.ofNote(METASTASES, 0, METASTASES.length());
  private static final String TO = " to ";

  /// What spreads, and what is said of it before the site that it spread to.
  private static final Pattern SPREAD =
      Pattern.compile(
          "(?i)\\b(?:metasta(?:tic|s[ei]s|si[sz]ed)|mets|(?<=(?:has|have|had|that|which)"
              + " )spread)((?: [a-z-]+){0,4}? (?:cancer|carcinoma|adenocarcinoma|disease|tumou?r"
              + "|neoplasm|malignancy|melanoma|sarcoma|lesions?|deposits?))?(?= to )");

  /// A neoplasm that is named without its site.
  private static final Pattern SITELESS =
      Pattern.compile(
          "(?i)(?: (?:cancer|carcinoma|adenocarcinoma|disease|tumou?r|neoplasm|malignancy|lesions?"
              + "|deposits?))*");

  private Spread() {}

  /// The words of a stretch of text, with those for a secondary neoplasm before each site that is
  /// spread to.
  static List<ClinicalWord> words(String text, int from, int to) {
    Matcher spread = SPREAD.matcher(text).region(from, to);
    if (!spread.find()) return ClinicalWord.ofNote(text, from, to);
    var words = new ArrayList<ClinicalWord>();
    int at = from;
    do {
      words.addAll(ClinicalWord.ofNote(text, at, spread.start()));
      String named = spread.group(1);
      if (named == null || SITELESS.matcher(named).matches()) {
        secondary(words, spread.start(), spread.end());
      } else {
        words.addAll(ClinicalWord.ofNote(text, spread.start(1), spread.end()));
        secondary(words, spread.end() + 1, spread.end() + TO.length() - 1);
      }
      at = spread.end();
    } while (spread.find());
    words.addAll(ClinicalWord.ofNote(text, at, to));
    return List.copyOf(words);
  }

  private static void secondary(List<ClinicalWord> words, int start, int end) {
    for (ClinicalWord meant : SECONDARY) {
      words.add(new ClinicalWord(meant.stem(), start, end, false, false, false));
    }
  }

  /// Whether a word is the first one of a secondary neoplasm that is told with what it spread to:
  /// what stands before it belongs to the first neoplasm.
  static boolean begins(String text, List<ClinicalWord> words, int at) {
    ClinicalWord word = words.get(at);
    int last = at + SECONDARY.size() - 1;
    boolean isSecondary =
        word.stem().equals(SECONDARY.getFirst().stem())
            && last < words.size()
            && words.get(last).start() == word.start();
    if (!isSecondary) return false;
    boolean isTo = text.startsWith(TO, word.start() - 1) && word.end() - word.start() == 2;
    return isTo || text.startsWith(TO, word.end());
  }
}
