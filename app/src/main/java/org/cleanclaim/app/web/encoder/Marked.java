package org.cleanclaim.app.web.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A stretch of a text, and whether it is what the coder typed.
public record Marked(String text, boolean isHit) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /// Cuts a text where a word begins with one of the stems.
  static List<Marked> of(String text, List<String> stems) {
    var parts = new ArrayList<Marked>();
    int plainFrom = 0;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      int hit = longest(word.group().toLowerCase(Locale.ROOT), stems);
      if (hit == 0) continue;
      if (word.start() > plainFrom) {
        parts.add(new Marked(text.substring(plainFrom, word.start()), false));
      }
      plainFrom = word.start() + hit;
      parts.add(new Marked(text.substring(word.start(), plainFrom), true));
    }
    if (plainFrom < text.length()) parts.add(new Marked(text.substring(plainFrom), false));
    return parts;
  }

  /// The typed words worth marking.
  static List<String> stems(String typed) {
    return Stream.of(typed.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(stem -> stem.length() > 1)
        .toList();
  }

  private static int longest(String word, List<String> stems) {
    return stems.stream().filter(word::startsWith).mapToInt(String::length).max().orElse(0);
  }
}
