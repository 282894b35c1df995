package org.cleanclaim.x12.lexer;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The short values that recur in every file (qualifiers, codes, modifiers, states): each is made
/// once and found again by its characters, which together are one number.
final class ShortTexts {
  /// So many ASCII characters fit a number beside their count.
  static final int LONGEST = 5;

  private static final int ROOM_BITS = 12;

  private final long[] keys = new long[1 << ROOM_BITS];
  private final @Nullable String[] texts = new String[1 << ROOM_BITS];

  /// The text of an ASCII range of 1 to [#LONGEST] characters.
  String of(byte[] bytes, int from, int to) {
    long key = 1;
    for (int i = from; i < to; i++) key = (key << 8) | bytes[i];
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - ROOM_BITS));
    String text = texts[slot];
    if (text != null && keys[slot] == key) return text;
    String made = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    keys[slot] = key;
    texts[slot] = made;
    return made;
  }
}
