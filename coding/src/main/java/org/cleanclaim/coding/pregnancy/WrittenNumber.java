package org.cleanclaim.coding.pregnancy;

import java.util.List;

/// Weeks as people write them, in figures or in words: `39`, `thirty-nine`.
final class WrittenNumber {
  private static final List<String> UP_TO_NINETEEN =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS = List.of("", "", "twenty", "thirty", "forty");

  private WrittenNumber() {}

  /// Expressions for numbers in words, the longest first.
  static List<String> patterns() {
    String ones = String.join("|", UP_TO_NINETEEN.subList(1, 10));
    String tens = String.join("|", TENS.subList(2, TENS.size()));
    return List.of(
        "(?:" + tens + ")(?:[ -](?:" + ones + "))?",
        String.join("|", UP_TO_NINETEEN.reversed().subList(0, UP_TO_NINETEEN.size() - 1)));
  }

  /// @param written what one of [#patterns] found, or figures
  static int of(String written) {
    if (Character.isDigit(written.charAt(0))) return Integer.parseInt(written);
    int number = 0;
    for (String word : written.split("[ -]")) {
      number += Math.max(0, UP_TO_NINETEEN.indexOf(word)) + 10 * Math.max(0, TENS.indexOf(word));
    }
    return number;
  }
}
