package org.cleanclaim.x12.lexer;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes whole transactions out of the window without reading their segments: only what stands
/// behind a terminator is looked at.
final class TransactionTaker {
  // What a word gives in which no SE begins.
  private static final int NOTHING = -1;
  private static final int CUT_OFF = -2;
  private static final int NOT_PLAIN = -3;

  private static final long[] ENDINGS = endings();
  private static final long LINE_BREAKS = EightBytes.each((byte) '\n');

  private final Window window;
  private final Delimiters delimiters;
  private final ArrayDeque<byte[]> free = new ArrayDeque<>();

  TransactionTaker(Window window, Delimiters delimiters) {
    this.window = window;
    this.delimiters = delimiters;
  }

  /// The transaction from its ST at a place to before its SE, where the window stands then. Null,
  /// and nothing is taken, when it is longer than `most`, is not closed, or holds binary data.
  @Nullable TakenTransaction take(int st, int most) throws IOException {
    int behindSt = window.position - st;
    window.position = st;
    int i = st;
    while (true) {
      for (i = passOver(i); i + 8 <= window.limit; i = passOver(i)) {
        int found = lookAt(i);
        if (found >= 0) return takeTo(found);
        if (found == NOT_PLAIN) return nothing(behindSt);
        if (found == CUT_OFF && !window.isAtEnd) break;
        i += 8;
      }
      int scanned = i - window.position;
      if (window.isAtEnd || window.limit - window.position >= most) return nothing(behindSt);
      window.readOn();
      i = window.position + scanned;
    }
  }

  /// Takes back the bytes of a transaction that nobody reads any more.
  void giveBack(TakenTransaction taken) {
    if (taken.buffer.length >= Window.SIZE) free.push(taken.buffer);
  }

  private @Nullable TakenTransaction nothing(int behindSt) {
    window.position += behindSt;
    return null;
  }

  // Where the first word from `at` on stands that may end or begin an envelope, or that is not
  // plain. Without a branch for each segment: what no terminator precedes is looked at alike.
  private int passOver(int at) {
    if (delimiters.isLineEach) return at;
    byte[] bytes = window.bytes;
    int last = window.limit - 2;
    long terminators = delimiters.terminators;
    int i = at;
    for (; i + 8 < last; i += 8) {
      long hits = EightBytes.zeroes(EightBytes.at(bytes, i) ^ terminators);
      int next = i + EightBytes.first(hits) + 1;
      byte first = bytes[next];
      long isBlank = (long) (first - '!') >> 63;
      long isSeveral = hits - 1;
      if ((hits & (ENDINGS[pair(first, bytes[next + 1])] | isBlank | isSeveral)) != 0) break;
    }
    return i;
  }

  // Where an SE begins behind a terminator of the word, or what else is the matter with it.
  private int lookAt(int at) {
    byte[] bytes = window.bytes;
    int limit = window.limit;
    long word = EightBytes.at(bytes, at);
    long hits = EightBytes.zeroes(word ^ delimiters.terminators);
    // In a file with one segment a line a terminator may be lost before the line break.
    if (delimiters.isLineEach) hits |= EightBytes.zeroes(word ^ LINE_BREAKS);
    for (; hits != 0; hits &= hits - 1) {
      int next = at + EightBytes.first(hits) + 1;
      while (next < limit && bytes[next] <= ' ' && bytes[next] >= 0) next++;
      if (next + 4 > limit) return CUT_OFF;
      if (ENDINGS[pair(bytes[next], bytes[next + 1])] == 0) continue;
      if (isSe(next) && bytes[next + 2] == delimiters.element) return next;
      if (endsPlainTransaction(next)) return NOT_PLAIN;
    }
    return NOTHING;
  }

  // A long transaction goes away in the buffer that it fills, a short one as a copy.
  private TakenTransaction takeTo(int end) {
    byte[] bytes = window.bytes;
    int start = window.position;
    int rest = window.limit - end;
    if (end - start < rest) {
      window.position = end;
      byte[] copy = Arrays.copyOfRange(bytes, start, end);
      return new TakenTransaction(
          copy, 0, copy.length, delimiters.separators, delimiters.isLineEach);
    }
    byte[] next = free.poll();
    if (next == null || next.length < rest) next = new byte[bytes.length];
    window.moveTo(next, end);
    return new TakenTransaction(bytes, start, end, delimiters.separators, delimiters.isLineEach);
  }

  private boolean isSe(int at) {
    return (window.bytes[at] & ~0x20) == 'S'
        && (window.bytes[at + 1] & ~0x20) == 'E'
        && !Character.isLetterOrDigit(window.bytes[at + 2]);
  }

  // An envelope's segment or binary data, by its name: ISA, IEA, BIN, BDS need no third letter.
  private boolean endsPlainTransaction(int at) {
    char first = (char) (window.bytes[at] & ~0x20);
    return first == 'I' || first == 'B' || !Character.isLetterOrDigit(window.bytes[at + 2]);
  }

  // By the first two letters of a name: all bits set where an envelope's segment or binary data may
  // stand.
  private static long[] endings() {
    var endings = new long[1 << 10];
    for (String name : List.of("ST", "SE", "GS", "GE", "ISA", "IEA", "BIN", "BDS")) {
      endings[pair((byte) name.charAt(0), (byte) name.charAt(1))] = -1;
    }
    return endings;
  }

  // Two letters without regard to case.
  private static int pair(byte first, byte second) {
    return (first & 31) << 5 | (second & 31);
  }
}
