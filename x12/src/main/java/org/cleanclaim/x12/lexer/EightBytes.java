package org.cleanclaim.x12.lexer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight bytes in one step: what is looked for in a word is found by arithmetic on it (SWAR), so
/// that text costs next to nothing. A place that is found is the highest bit of its byte.
final class EightBytes {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH_BYTE = 0x0101010101010101L;
  private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
  private static final long NOT_CONTROL = 0xE0E0E0E0E0E0E0E0L;

  private EightBytes() {}

  /// The word at a place; the first byte is the lowest.
  static long at(byte[] bytes, int from) {
    return (long) WORDS.get(bytes, from);
  }

  /// A word of eight times the same byte.
  static long each(byte value) {
    return (value & 0xFF) * EACH_BYTE;
  }

  /// The bytes that are zero: of `word ^ each(b)` those that are `b`.
  static long zeroes(long word) {
    return ~(((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS);
  }

  /// The bytes below the blank.
  static long controls(long word) {
    return zeroes(word & NOT_CONTROL);
  }

  /// Whether no byte of words that were joined by `|` is above 127.
  static boolean isAscii(long word) {
    return (word & ~LOW_BITS) == 0;
  }

  /// Which byte of the word was found first, 8 when none was.
  static int first(long found) {
    return Long.numberOfTrailingZeros(found) >>> 3;
  }
}
