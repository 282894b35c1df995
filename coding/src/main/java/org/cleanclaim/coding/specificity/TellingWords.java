package org.cleanclaim.coding.specificity;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.cleanclaim.coding.document.Sentence;

/// The words of a statement that tell which of several codes is meant. What the statement denies
/// tells none: `acute cystitis without hematuria` is not the one with hematuria.
public final class TellingWords {
  /// As far as a denial reaches, in a statement as in a title: to the next item or what is `with`.
  private static final Pattern DENIED =
      Pattern.compile(
          "\\b(?:without|w/o|no|denies|absence of|negative for)\\s+([^,;:.()\\n]*?)"
              + "(?=[,;:.()\\n]|\\b(?:in|with|but|due)\\b|$)",
          Pattern.CASE_INSENSITIVE);

  private TellingWords() {}

  /// Their stems, and the side that the note means where the statement names none.
  ///
  /// @param text of the note
  public static Set<String> of(String text, Sentence sentence, Sides sides) {
    Matcher denied = DENIED.matcher(text).region(sentence.start(), sentence.end());
    var stems = new HashSet<String>();
    boolean isDenied = denied.find();
    for (ClinicalWord word : sentence.words()) {
      while (isDenied && denied.end(1) <= word.start()) isDenied = denied.find();
      if (!isDenied || word.start() < denied.start(1)) stems.add(word.stem());
    }
    sides.of(stems).ifPresent(stems::add);
    return stems;
  }
}
