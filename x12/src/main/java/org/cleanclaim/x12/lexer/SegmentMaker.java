package org.cleanclaim.x12.lexer;

import java.util.Arrays;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.lexer.Segment.Damage;

/// Makes the segments that are not ordinary ones, byte by byte.
final class SegmentMaker {
  private final Window window;
  private final Delimiters delimiters;
  private final ShortTexts shortTexts = new ShortTexts();

  final SegmentNames names = new SegmentNames();

  /// The one that is handed out each time.
  final Segment segment = new Segment(shortTexts);

  SegmentMaker(Window window, Delimiters delimiters) {
    this.window = window;
    this.delimiters = delimiters;
  }

  /// Begins a segment at the window's position.
  void open(int number) {
    open(number, delimiters.separators);
  }

  void open(int number, Separators separators) {
    int start = window.position;
    segment.open(window.bytes, start, separators, number, window.offsetOf(start));
  }

  /// Marks the separators between two places, as far as the segment has fewer elements than `most`.
  void split(int from, int end, byte by, int most) {
    for (int i = from; i < end && segment.elementCount() < most; i++) {
      if (segment.bytes()[i] == by) segment.separator(i);
    }
  }

  /// The segment from the window's position to a place.
  Segment whole(int end, int number, Damage damage) {
    open(number);
    split(window.position, end, delimiters.element, Integer.MAX_VALUE);
    segment.close(end, names, damage, false);
    return segment;
  }

  /// The same where line breaks stand inside it: it is copied without them.
  Segment withoutBreaks(int end, int number, Damage damage, int most) {
    int start = window.position;
    byte[] plain = new byte[end - start];
    int length = 0;
    for (int i = start; i < end; i++) {
      byte b = window.bytes[i];
      if (b != '\n' && b != '\r') plain[length++] = b;
    }
    segment.open(plain, 0, delimiters.separators, number, window.offsetOf(start));
    split(0, length, delimiters.element, most);
    segment.close(length, names, damage, false);
    return segment;
  }

  /// The beginning of a segment that is too long, on its own.
  Segment beginning(int length, int number) {
    var cut = new Segment(shortTexts);
    int start = window.position;
    byte[] bytes = Arrays.copyOfRange(window.bytes, start, start + length);
    cut.open(bytes, 0, delimiters.separators, number, window.offsetOf(start));
    for (int i = 0; i < length; i++) {
      if (bytes[i] == delimiters.element) cut.separator(i);
    }
    cut.close(length, names, Damage.TOO_LONG, false);
    return cut;
  }

  /// Ends the segment at a place before its last elements.
  Segment cutAt(int end) {
    int count = 0;
    while (count < segment.elementCount() && segment.separatorAt(count) < end) count++;
    segment.keepElements(count);
    segment.close(end, names, Damage.LOST_TERMINATOR, false);
    return segment;
  }
}
