package org.cleanclaim.x12.lexer;

import java.io.IOException;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.lexer.Segment.Damage;

/// Reads an ISA, which declares the separators of what follows. Where it ends is told by counting
/// its sixteen elements, not by its width: senders get the width wrong.
final class IsaReader {
  static final int ELEMENTS = 16;

  /// No ISA is longer, line breaks included.
  static final int LONGEST = 400;

  private final Window window;
  private final Delimiters delimiters;
  private final SegmentMaker maker;
  private final Segment segment;

  IsaReader(Window window, Delimiters delimiters, SegmentMaker maker) {
    this.window = window;
    this.delimiters = delimiters;
    this.maker = maker;
    this.segment = maker.segment;
  }

  /// Whether an ISA may begin with this byte: most segments are told apart by it.
  static boolean mayBegin(byte first) {
    return first == 'I' || first == 'i';
  }

  /// Whether ISA and a separator stand at a place.
  boolean startsAt(int at) throws IOException {
    if (!mayBegin(window.bytes[at])) return false;
    int offset = at - window.position;
    if (at + 4 > window.limit && !window.ensure(offset + 4)) return false;
    byte[] bytes = window.bytes;
    int i = window.position + offset;
    int separator = bytes[i + 3];
    return (bytes[i + 1] | 0x20) == 's'
        && (bytes[i + 2] | 0x20) == 'a'
        && separator > ' '
        && !Character.isLetterOrDigit(separator);
  }

  /// Where an ISA begins inside the segment, or -1: the interchange before it was cut off.
  int swallowed() throws IOException {
    for (int i = 0; i + ELEMENTS <= segment.elementCount(); i++) {
      int at = segment.separatorAt(i) - 3;
      if (at > window.position && startsAt(at)) return at;
    }
    return -1;
  }

  /// The ISA at the window's position; what it declares is in force from then on.
  Segment read() throws IOException {
    window.ensure(LONGEST);
    byte[] bytes = window.bytes;
    int start = window.position;
    byte by = bytes[start + 3];
    maker.open(1);
    int last = Math.min(window.limit, start + LONGEST);
    boolean hasBreaks = false;
    int i = start;
    for (; i < last && segment.elementCount() < ELEMENTS; i++) {
      if (bytes[i] == by) segment.separator(i);
      if (bytes[i] == '\n' || bytes[i] == '\r') hasBreaks = true;
    }
    if (segment.elementCount() < ELEMENTS || i + 1 >= window.limit) return broken(by, i, last);
    byte component = bytes[i];
    byte end = bytes[i + 1];
    // An ISA that lacks elements took some of the next segment: its separators would be letters.
    if (Character.isLetterOrDigit(end)) return broken(by, i, last);
    int next = i + 2;
    segment.close(i + 1, maker.names, Damage.NONE, false);
    delimiters.use(
        new Separators((char) by, (char) (component & 0xFF), repetition(), (char) (end & 0xFF)));
    delimiters.isLineEach =
        !hasBreaks && next < window.limit && (bytes[next] == '\r' || bytes[next] == '\n');
    if (hasBreaks) {
      maker.withoutBreaks(i + 1, 1, Damage.NONE, ELEMENTS);
    } else {
      maker.open(1);
      maker.split(start, i + 1, by, ELEMENTS);
      segment.close(i + 1, maker.names, Damage.NONE, false);
    }
    window.position = next;
    return segment;
  }

  // Fewer than sixteen elements: it ends at the first tilde or line break, where there is one.
  private Segment broken(byte by, int scanned, int last) {
    byte[] bytes = window.bytes;
    int start = window.position;
    int end = Math.min(scanned, last);
    for (int i = start; i < end; i++) {
      if (bytes[i] == '~' || bytes[i] == '\n') {
        end = i;
        break;
      }
    }
    maker.open(1, Separators.STANDARD);
    maker.split(start, end, by, Integer.MAX_VALUE);
    segment.close(end, maker.names, damage(end), false);
    delimiters.use(new Separators((char) by, ':', '^', '~'));
    window.position = end;
    return segment;
  }

  private Damage damage(int end) {
    if (end >= window.limit) return Damage.TRUNCATED;
    return window.bytes[end] == '~' ? Damage.NONE : Damage.LOST_TERMINATOR;
  }

  // Before version 00402 ISA11 held a standard's letter (U) instead of a separator.
  private char repetition() {
    int from = segment.elementStart(11);
    if (segment.elementEnd(11) - from != 1) return '^';
    char c = (char) (segment.bytes()[from] & 0xFF);
    if (!Character.isLetterOrDigit(c) && c > ' ') return c;
    return segment.element(12).compareTo("00402") < 0 ? Separators.NONE : '^';
  }
}
