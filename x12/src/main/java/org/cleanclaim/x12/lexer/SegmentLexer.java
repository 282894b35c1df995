package org.cleanclaim.x12.lexer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.cleanclaim.x12.Separators;
import org.jspecify.annotations.Nullable;

/// Reads segments one by one. Separators come from each ISA; anything before the first ISA is
/// passed over; line breaks after or inside segments do not count. Memory is bounded by the longest
/// segment.
public final class SegmentLexer {
  /// A segment longer than this is damage: the lexer gives it back cut and goes on.
  public static final int LONGEST_SEGMENT = 1 << 20;

  private static final int ISA_ELEMENTS = 16;

  private final InputStream in;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(256);
  private Separators separators = Separators.STANDARD;
  private boolean isInside;
  private boolean endedInsideSegment;
  private long offset;
  private long skippedBytes;
  private int number;

  public SegmentLexer(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /// The next segment, or null at the end of the file.
  public @Nullable Segment next() throws IOException {
    if (!isInside) return firstIsa();
    while (true) {
      buffer.reset();
      int c = firstOfSegment();
      if (c < 0) return null;
      long start = offset - 1;
      if (c == 'I' && startsIsa()) return isa(start);
      boolean isClosed = readSegment(c);
      String raw = text();
      if (!isClosed) endedInsideSegment = true;
      if (raw.isBlank()) {
        if (!isClosed) return null;
        continue;
      }
      return new Segment(raw, separators, ++number, start);
    }
  }

  /// Bytes before the first ISA that are neither blank nor a byte order mark.
  public long skippedBytes() {
    return skippedBytes;
  }

  /// Whether the file stopped inside a segment, without its terminator.
  public boolean endedInsideSegment() {
    return endedInsideSegment;
  }

  private @Nullable Segment firstIsa() throws IOException {
    for (int c = read(); c >= 0; c = read()) {
      if (c == 'I' && startsIsa()) {
        isInside = true;
        return isa(offset - 1);
      }
      if (c > ' ' && c != 0xEF && c != 0xBB && c != 0xBF) skippedBytes++;
    }
    return null;
  }

  private int firstOfSegment() throws IOException {
    int c = read();
    while (c == '\r' || c == '\n' || c == ' ' || c == '\t' || c == 0 || c == 0x1A) c = read();
    return c;
  }

  /// Whether "SA" and a separator follow the I that was just read; reads nothing.
  private boolean startsIsa() throws IOException {
    in.mark(4);
    int s = in.read();
    int a = in.read();
    int separator = in.read();
    in.reset();
    return s == 'S' && a == 'A' && separator > 0 && !Character.isLetterOrDigit(separator);
  }

  // ISA is told by counting its sixteen elements, not by its width: senders get the width wrong.
  private Segment isa(long start) throws IOException {
    buffer.reset();
    buffer.write('I');
    buffer.write(read());
    buffer.write(read());
    int element = read();
    buffer.write(element);
    int found = 1;
    while (found < ISA_ELEMENTS) {
      int c = read();
      if (c < 0 || buffer.size() > 400) {
        endedInsideSegment = c < 0;
        return new Segment(text(), Separators.STANDARD, ++number, start);
      }
      if (c == '\r' || c == '\n') continue;
      buffer.write(c);
      if (c == element) found++;
    }
    int component = read();
    int terminator = read();
    if (component >= 0) buffer.write(component);
    if (terminator < 0) {
      endedInsideSegment = true;
      terminator = '~';
    }
    String raw = text();
    char repetition = repetitionOf(raw, (char) element);
    separators =
        new Separators(
            (char) element, (char) Math.max(component, 0), repetition, (char) terminator);
    number = 1;
    return new Segment(raw, separators, number, start);
  }

  // Before version 00402 ISA11 held a standard's letter (U) instead of a separator.
  private static char repetitionOf(String isa, char element) {
    String[] elements = isa.split(java.util.regex.Pattern.quote(String.valueOf(element)), -1);
    if (elements.length <= 11 || elements[11].length() != 1) return '^';
    char c = elements[11].charAt(0);
    return Character.isLetterOrDigit(c) || c == ' ' ? '^' : c;
  }

  private boolean readSegment(int first) throws IOException {
    int c = first;
    while (c >= 0) {
      if (c == separators.segment()) return true;
      if (c != '\r' && c != '\n') buffer.write(c);
      if (buffer.size() >= LONGEST_SEGMENT) return true;
      c = read();
    }
    return false;
  }

  private int read() throws IOException {
    int c = in.read();
    if (c >= 0) offset++;
    return c;
  }

  // Senders write UTF-8 or Latin-1 without saying which.
  private String text() {
    byte[] bytes = buffer.toByteArray();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
