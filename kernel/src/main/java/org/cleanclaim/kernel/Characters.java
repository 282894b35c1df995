package org.cleanclaim.kernel;

/// Which characters a text consists of. Codes and identifiers are read by the million, so their
/// shapes are told character by character.
public final class Characters {
  private Characters() {}

  /// Whether the characters of a range are all digits 0 to 9.
  public static boolean areDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) return false;
    }
    return true;
  }

  /// Whether the characters of a range are all digits or capital letters A to Z.
  public static boolean areCapitalsOrDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i)) && !isCapital(text.charAt(i))) return false;
    }
    return true;
  }

  /// Whether a text has so many characters, all of them printable ASCII.
  public static boolean arePrintable(String text, int shortest, int longest) {
    if (text.length() < shortest || text.length() > longest) return false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') return false;
    }
    return true;
  }

  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  public static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /// The text without blanks around it and in capital letters; the same object when it is so
  /// already.
  public static String plain(String text) {
    return text.strip().toUpperCase(java.util.Locale.ROOT);
  }
}
