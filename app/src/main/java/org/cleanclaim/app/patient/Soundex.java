package org.cleanclaim.app.patient;

import java.util.Locale;

/// How a name sounds, in a letter and three digits. Source: US National Archives, "Soundex System",
/// the coding guide of the census indexes.
final class Soundex {
  private static final int LENGTH = 4;

  private Soundex() {}

  /// Empty for a name without a letter from A to Z.
  static String of(String name) {
    var code = new StringBuilder(LENGTH);
    char previous = '0';
    for (char letter : name.toUpperCase(Locale.ROOT).toCharArray()) {
      if (letter < 'A' || letter > 'Z') continue;
      char digit = digit(letter);
      if (code.isEmpty()) {
        code.append(letter);
      } else if (digit != '0' && digit != previous && code.length() < LENGTH) {
        code.append(digit);
      }
      // H and W do not part two letters of one digit; a vowel does.
      if (letter != 'H' && letter != 'W') previous = digit;
    }
    while (!code.isEmpty() && code.length() < LENGTH) code.append('0');
    return code.toString();
  }

  private static char digit(char letter) {
    return switch (letter) {
      case 'B', 'F', 'P', 'V' -> '1';
      case 'C', 'G', 'J', 'K', 'Q', 'S', 'X', 'Z' -> '2';
      case 'D', 'T' -> '3';
      case 'L' -> '4';
      case 'M', 'N' -> '5';
      case 'R' -> '6';
      default -> '0';
    };
  }
}
