package org.cleanclaim.coding.source;

import java.util.Locale;
import java.util.regex.Pattern;
import org.cleanclaim.coding.document.Headings;

/// Tells a form that nobody filled in: beyond headings, labels and places to fill in it has no
/// words.
final class Templates {
  private static final Pattern TO_FILL_IN =
      Pattern.compile(
          "\\*{3,}|@[\\w.]+@?|_{3,}|\\[[^\\]\\n]*]|\\{[^}\\n]*}|<[^>\\n]*>|\\.{4,}|\\b(?:n/?a|tbd|none|xx+)\\b");
  private static final Pattern LABEL = Pattern.compile("^[^:\\n]{1,60}:");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  private Templates() {}

  static boolean isUnfilled(String text) {
    boolean hasForm = false;
    for (String line : text.lines().toList()) {
      String words = line.strip();
      if (words.isEmpty()) continue;
      String heading = Headings.of(words);
      if (!heading.isEmpty()) {
        hasForm = true;
        words = words.substring(heading.length());
      } else {
        String unlabelled = LABEL.matcher(words).replaceFirst("");
        hasForm |= !unlabelled.equals(words);
        words = unlabelled;
      }
      String filled = TO_FILL_IN.matcher(words.toLowerCase(Locale.ROOT)).replaceAll(" ");
      hasForm |= filled.length() < words.length();
      if (WORD.matcher(filled).find()) return false;
    }
    return hasForm;
  }
}
