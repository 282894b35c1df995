package org.cleanclaim.coding.document;

import java.util.regex.Pattern;

/// What stands between words and keeps them apart.
final class Clauses {
  private static final Pattern APART =
      Pattern.compile(
          "[;:\\n]|,\\s+(?!(?:unspecified|right|left|bilateral"
              + "|type|stage|acute|chronic|mild|moderate|severe|recurrent|single|persistent"
              + "|uncomplicated|intractable|primary|secondary|initial|subsequent|closed|open"
              + "|displaced|nondisplaced|traumatic|nontraumatic|cigarettes|in|with|without|not"
              + "|due|first|second|third)\\b)"
              + "|\\b(?:and|or|but|who|which|presents|versus|vs|plus)\\b",
          Pattern.CASE_INSENSITIVE);

  private Clauses() {}

  static boolean part(String between) {
    return APART.matcher(between).find();
  }
}
