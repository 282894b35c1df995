package org.cleanclaim.x12.lexer;

import java.io.IOException;
import org.cleanclaim.x12.lexer.Segment.Damage;

/// Reads binary data: BIN and BDS say how long theirs is, and any byte may stand in it.
final class BinaryReader {
  private static final int BIN = SegmentNames.code("BIN");
  private static final int BDS = SegmentNames.code("BDS");

  private final Window window;
  private final Delimiters delimiters;
  private final SegmentMaker maker;

  BinaryReader(Window window, Delimiters delimiters, SegmentMaker maker) {
    this.window = window;
    this.delimiters = delimiters;
    this.maker = maker;
  }

  static boolean isBinary(int idCode) {
    return idCode == BIN || idCode == BDS;
  }

  /// The segment that was read up to the first byte that looks like a terminator, made as long as
  /// it says. The window stands behind it.
  Segment lengthened(Segment segment, int number) throws IOException {
    int lengthAt = segment.idCode() == BIN ? 1 : 2;
    if (segment.elementCount() <= lengthAt) return segment;
    String text = segment.element(lengthAt);
    if (text.isEmpty() || text.length() > 8 || !text.chars().allMatch(Character::isDigit)) {
      return segment;
    }
    int length = Integer.parseInt(text);
    if (length > SegmentLexer.LONGEST_BINARY) return segment;
    int start = window.placeOf(segment.byteOffset());
    int dataStart = start;
    for (int found = 0; found <= lengthAt; dataStart++) {
      if (window.bytes[dataStart] == delimiters.element) found++;
    }
    int end = dataStart - start + length;
    int afterwards = window.position - start;
    window.position = start;
    boolean isThere = window.ensure(end + 1);
    // Reading on may have moved the buffer.
    start = window.position;
    if (!isThere || window.bytes[start + end] != delimiters.terminator) {
      return asItWas(afterwards, number);
    }
    maker.open(number);
    maker.split(start, start + end, delimiters.element, lengthAt + 1);
    segment.close(start + end, maker.names, Damage.NONE, false);
    window.position = start + end + 1;
    return segment;
  }

  private Segment asItWas(int length, int number) {
    int start = window.position;
    int end = start + length;
    while (end > start && window.bytes[end - 1] == delimiters.terminator) end--;
    Segment segment = maker.whole(end, number, Damage.BINARY_LENGTH);
    window.position = start + length;
    return segment;
  }
}
