package org.cleanclaim.x12;

import java.util.regex.Pattern;

/// Sample text whose SE segments count right after it was changed.
final class Counted {
  private static final Pattern SE = Pattern.compile("^(SE.)\\d+");

  private Counted() {}

  /// @param file one segment on each line
  static String counted(String file) {
    var counted = new StringBuilder();
    int segments = 0;
    for (String line : file.split("(?<=\n)")) {
      segments = line.startsWith("ST") ? 1 : segments + 1;
      counted.append(SE.matcher(line).replaceFirst("$1" + segments));
    }
    return counted.toString();
  }
}
