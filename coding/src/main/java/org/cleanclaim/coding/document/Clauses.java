package org.cleanclaim.coding.document;

import java.util.regex.Pattern;

/// What stands between words and keeps them apart.
final class Clauses {
  private static final Pattern APART =
      Pattern.compile(
          "[;:\\n]|,(?=\\s+(?:currently )?(?:manic|hypomanic|mixed|depressed)\\b)"
              + "(?<!\\bbipolar[^;:.\\n]{0,60},)|,\\s+(?!(?:unspecified|right|left|bilateral"
              + "|type|stage|class|acute|chronic|mild|moderate|severe|recurrent|single|persistent|(?:currently"
              + " )?(?:manic|hypomanic|mixed|depressed)|uncomplicated|intractable|primary|secondary|initial|subsequent|closed|open|most"
              + " recent|mod|sev|displaced|nondisplaced|traumatic|nontraumatic|cigarettes|in|with|without|not|due|first|second|third|current"
              + " episode)\\b)|\\bwith\\b(?=[^.,;:\\n]{0,40}\\b(?:metasta|mets\\b))|\\bfrom\\b(?=[^.,;:\\n]{0,40}\\b(?:cancer|carcinoma|melanoma|primary)\\b)|\\band\\b(?<!\\bacute"
              + " and)(?!"
              + " (?:diastolic|systolic|hypercapnia|hypoxia)\\b)|\\b(?:or|but|who|which|presents|versus|vs|plus)\\b|\\bon\\b(?="
              + " (?:ckd|chronic kidney disease|esrd)\\b)",
          Pattern.CASE_INSENSITIVE);

  private Clauses() {}

  /// Whether what stands between two places keeps apart what stands before and behind.
  static boolean part(String text, int from, int to) {
    return APART.matcher(text).region(from, to).useTransparentBounds(true).find();
  }
}
