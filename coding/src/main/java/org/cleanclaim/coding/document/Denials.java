package org.cleanclaim.coding.document;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.search.ClinicalWord;

/// What a statement says is not there, as titles of the classification say it too: `without rupture
/// of ear drum`.
final class Denials {
  /// As far as a denial reaches: to the next item or what is `with`; behind `without` also to the
  /// side that the whole is on, `laceration without foreign body of right forearm`.
  private static final Pattern DENIED =
      Pattern.compile(
          "\\b(?:without|w/o|no|not|denies|absence of|negative for)\\s+"
              + "([^,;:.()\\n]*?)(?=[,;:.()\\n]|\\b(?:in|with|but|due)\\b|(?<=\\b(?:without|w/o)\\s[^,;:.()\\n]{1,40})\\bof"
              + " (?:the )?(?:right|left|both)\\b|$)",
          Pattern.CASE_INSENSITIVE);

  private Denials() {}

  /// By word: whether a denial reaches over it.
  static boolean[] of(String text, int start, int end, List<ClinicalWord> words) {
    var isDenied = new boolean[words.size()];
    Matcher denied = DENIED.matcher(text).region(start, end);
    boolean isLeft = denied.find();
    for (int i = 0; i < isDenied.length && isLeft; i++) {
      int at = words.get(i).start();
      while (isLeft && denied.end(1) <= at) isLeft = denied.find();
      isDenied[i] = isLeft && at >= denied.start(1);
    }
    return isDenied;
  }
}
