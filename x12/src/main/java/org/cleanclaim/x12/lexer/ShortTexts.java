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
    long key = key(bytes, from, to - from);
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - ROOM_BITS));
    String text = texts[slot];
    if (text != null && keys[slot] == key) return text;
    String made = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    keys[slot] = key;
    texts[slot] = made;
    return made;
  }

  // The first character is the lowest byte, the length the highest. A word is read at once where
  // the array goes on so far.
  private static long key(byte[] bytes, int from, int length) {
    long key = (long) length << 56;
    if (from + Long.BYTES <= bytes.length) {
      return key | (EightBytes.at(bytes, from) & (-1L >>> (Long.SIZE - Byte.SIZE * length)));
    }
    for (int i = 0; i < length; i++) key |= (long) bytes[from + i] << (Byte.SIZE * i);
    return key;
  }
}
