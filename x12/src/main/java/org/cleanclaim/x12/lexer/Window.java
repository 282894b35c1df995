package org.cleanclaim.x12.lexer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The part of a file that is in memory. What stands from the position on stays when more is read;
/// it may move to another place of the buffer, or to another buffer.
///
/// The lexer is the window that it reads: asking another object for each byte's place would cost it
/// a tenth of its speed.
sealed class Window permits SegmentLexer {
  /// How many bytes are read at once.
  static final int SIZE = 1 << 17;

  byte[] bytes;
  int position;
  int limit;
  boolean isAtEnd;
  private final InputStream in;
  private long offset;

  Window(InputStream in) {
    this.in = in;
    this.bytes = new byte[SIZE];
  }

  /// Bytes that are all there is, counted from the position.
  Window(byte[] bytes, int position, int limit) {
    this.in = InputStream.nullInputStream();
    this.bytes = bytes;
    this.position = position;
    this.limit = limit;
    this.offset = -position;
    this.isAtEnd = true;
  }

  /// Where in the file a place of the buffer is.
  long offsetOf(int at) {
    return offset + at;
  }

  /// Where in the buffer a place of the file is.
  int placeOf(long fileOffset) {
    return (int) (fileOffset - offset);
  }

  /// Goes to the next byte that is not blank; false at the end of the file.
  boolean skipBlanks() throws IOException {
    while (true) {
      while (position < limit) {
        byte b = bytes[position];
        if (b > ' ' || b < 0) return true;
        position++;
      }
      if (isAtEnd) return false;
      fill();
    }
  }

  /// Reads on until so many bytes stand behind the position; false when the file is shorter.
  boolean ensure(int count) throws IOException {
    while (limit - position < count && !isAtEnd) {
      if (position + count > bytes.length) {
        compact();
        if (count > bytes.length) bytes = Arrays.copyOf(bytes, count + SIZE);
      }
      read();
    }
    return limit - position >= count;
  }

  /// Makes room and reads more, and gives back the room of a segment that was very long.
  void fill() throws IOException {
    compact();
    if (bytes.length > 2 * SegmentLexer.LONGEST_SEGMENT && limit < SIZE / 2) {
      bytes = Arrays.copyOf(bytes, SIZE);
    }
    grow();
    read();
  }

  /// Makes room and reads more.
  void readOn() throws IOException {
    compact();
    grow();
    read();
  }

  /// Goes on in another buffer with what stands from a place on; the old one is the caller's.
  void moveTo(byte[] other, int from) {
    System.arraycopy(bytes, from, other, 0, limit - from);
    bytes = other;
    offset += from;
    limit -= from;
    position = 0;
  }

  private void compact() {
    if (position == 0) return;
    moveTo(bytes, position);
  }

  private void grow() {
    if (limit == bytes.length) bytes = Arrays.copyOf(bytes, bytes.length * 2);
  }

  private void read() throws IOException {
    int got = in.read(bytes, limit, Math.min(SIZE, bytes.length - limit));
    if (got < 0) {
      isAtEnd = true;
    } else {
      limit += got;
    }
  }
}
