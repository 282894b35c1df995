package org.cleanclaim.edits;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Regular expressions that payers' records hold, compiled once each. An expression that is none
/// matches everything: a payer's record with a slip must not stop its claims.
final class PatternCache {
  private static final int MOST = 10_000;
  private static final Pattern ANYTHING = Pattern.compile("(?s).*");

  private final Map<String, Pattern> compiled = new ConcurrentHashMap<>();

  boolean matches(String pattern, String text) {
    Pattern known = compiled.get(pattern);
    if (known == null) {
      known = compile(pattern);
      if (compiled.size() < MOST) compiled.put(pattern, known);
    }
    return known.matcher(text).matches();
  }

  private static Pattern compile(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      return ANYTHING;
    }
  }
}
