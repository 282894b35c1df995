package org.cleanclaim.x12.lexer;

import java.nio.charset.StandardCharsets;

/// The short values that recur in every file (qualifiers, codes, modifiers, states): each is made
/// once and found again by its characters.
final class ShortTexts {
  static final int LONGEST = 5;

  private static final int ROOM = 1 << 13;

  private final String[] known = new String[ROOM];

  /// The text of an ASCII range of at most [#LONGEST] characters.
  String of(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) hash = hash * 31 + bytes[i];
    int slot = (hash * 0x9E3779B1) >>> 19;
    String text = known[slot];
    if (text != null && isSame(text, bytes, from, to)) return text;
    String made = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    known[slot] = made;
    return made;
  }

  private static boolean isSame(String text, byte[] bytes, int from, int to) {
    if (text.length() != to - from) return false;
    for (int i = from; i < to; i++) {
      if (text.charAt(i - from) != bytes[i]) return false;
    }
    return true;
  }
}
