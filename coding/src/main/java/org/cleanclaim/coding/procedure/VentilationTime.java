package org.cleanclaim.coding.procedure;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long a patient was ventilated in a row, as table 5A1 parts it.
final class VentilationTime {
  private static final Pattern SAID =
      Pattern.compile(
          "(?:ventilat\\w+|intubated)[^.;]{0,40}?\\b(\\d{1,4}) ?(?:consecutive"
              + " )?(hours?|hrs?|days?)\\b");

  private VentilationTime() {}

  static Optional<String> in(String lower) {
    Matcher said = SAID.matcher(lower);
    if (!said.find()) return Optional.empty();
    int hours = Integer.parseInt(said.group(1)) * (said.group(2).startsWith("d") ? 24 : 1);
    if (hours < 24) return Optional.of("Less than 24 Consecutive Hours");
    return Optional.of(
        hours <= 96 ? "24-96 Consecutive Hours" : "Greater than 96 Consecutive Hours");
  }
}
