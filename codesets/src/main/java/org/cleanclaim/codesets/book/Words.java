package org.cleanclaim.codesets.book;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words of a line, made comparable: small letters, no accents, no apostrophes, singular.
final class Words {
  /// Words that carry no meaning of their own where two lines are compared.
  static final Set<String> WEAK = Set.of("of", "the", "a", "an", "and", "or", "nec", "nos");

  /// Words that only connect a subterm with the term above it.
  static final Set<String> CONNECTING =
      Set.of(
          "with",
          "in",
          "due",
          "to",
          "by",
          "of",
          "for",
          "from",
          "on",
          "at",
          "following",
          "during",
          "after",
          "associated",
          "affecting",
          "and");

  private Words() {}

  /// Letters and digits in small, all else as single blanks.
  static String plain(String text) {
    boolean isAscii = text.chars().allMatch(c -> c < 128);
    String letters = isAscii ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
    var plain = new StringBuilder(letters.length());
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      if (Character.isLetterOrDigit(c)) plain.append(c);
      else if (c != '\''
          && c != '\u2019'
          && Character.getType(c) != Character.NON_SPACING_MARK
          && !plain.isEmpty()
          && plain.charAt(plain.length() - 1) != ' ') plain.append(' ');
    }
    return plain.toString().strip().toLowerCase(Locale.ROOT);
  }

  static List<String> of(String text) {
    var words = new ArrayList<String>();
    for (String word : plain(text).split(" ")) {
      if (!word.isEmpty()) words.add(singular(word));
    }
    return words;
  }

  static String singular(String word) {
    int length = word.length();
    if (length < 4 || !word.endsWith("s")) return word;
    if (word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) return word;
    if (word.endsWith("ies") && length > 4) return word.substring(0, length - 3) + "y";
    if (word.endsWith("sses")
        || word.endsWith("xes")
        || word.endsWith("ches")
        || word.endsWith("shes")) return word.substring(0, length - 2);
    return word.substring(0, length - 1);
  }
}
