package org.cleanclaim.x12.lexer;

import org.cleanclaim.x12.Separators;

/// A transaction from its ST to before its SE, taken whole from a file so that another thread can
/// read its segments. The bytes are lent: see [SegmentLexer#giveBack].
public final class TakenTransaction {
  final byte[] buffer;
  final int from;
  final int to;
  final Separators separators;
  final boolean isLineEach;

  TakenTransaction(byte[] buffer, int from, int to, Separators separators, boolean isLineEach) {
    this.buffer = buffer;
    this.from = from;
    this.to = to;
    this.separators = separators;
    this.isLineEach = isLineEach;
  }

  /// How many bytes of memory it holds.
  public int held() {
    return buffer.length;
  }

  /// Its segments, counted from 1, at offsets from its ST.
  public SegmentLexer segments() {
    return new SegmentLexer(this);
  }
}
