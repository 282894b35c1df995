package org.cleanclaim.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/// Segments as bytes, put together element by element. Separators behind the last value of a
/// segment or of a composite are left out, as the guides want it.
final class SegmentBuffer {
  private static final int LONGEST_NUMBER = 20;

  private byte[] bytes = new byte[1 << 16];
  private int length;
  private int segments;
  private int pendingElements;
  private int pendingComponents;

  SegmentBuffer segment(String id) {
    pendingElements = 0;
    pendingComponents = 0;
    room(id.length());
    put(id);
    return this;
  }

  /// The next element; an empty text leaves it out.
  SegmentBuffer element(String text) {
    beginElement();
    return value(text);
  }

  SegmentBuffer element(long number) {
    beginElement();
    return value(number);
  }

  /// A text and a number in one element.
  SegmentBuffer element(String prefix, long number) {
    beginElement();
    value(prefix);
    return value(number);
  }

  /// An amount of money without superfluous zeroes, as X12 wants it: 12.5, 100, -0.07.
  SegmentBuffer amount(long cents) {
    beginElement();
    separators();
    room(LONGEST_NUMBER + 2);
    if (cents < 0) bytes[length++] = '-';
    long magnitude = Math.abs(cents);
    long dollars = magnitude / 100;
    int rest = (int) (magnitude % 100);
    if (dollars > 0 || rest == 0) digits(dollars);
    if (rest > 0) {
      bytes[length++] = '.';
      bytes[length++] = (byte) ('0' + rest / 10);
      if (rest % 10 > 0) bytes[length++] = (byte) ('0' + rest % 10);
    }
    return this;
  }

  /// Leaves elements out.
  SegmentBuffer empty(int count) {
    for (int i = 0; i < count; i++) beginElement();
    return this;
  }

  /// The next component of the element last begun; an empty text leaves it out.
  SegmentBuffer component(String text) {
    pendingComponents++;
    return value(text);
  }

  SegmentBuffer component(long number) {
    pendingComponents++;
    return value(number);
  }

  void end() {
    room(1);
    bytes[length++] = '~';
    segments++;
  }

  int length() {
    return length;
  }

  int segments() {
    return segments;
  }

  void clear() {
    length = 0;
    segments = 0;
  }

  /// Adds the segments of another buffer.
  void append(SegmentBuffer other) {
    room(other.length);
    System.arraycopy(other.bytes, 0, bytes, length, other.length);
    length += other.length;
    segments += other.segments;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  private void beginElement() {
    pendingElements++;
    pendingComponents = 0;
  }

  private SegmentBuffer value(String text) {
    if (text.isEmpty()) return this;
    separators();
    room(text.length());
    put(text);
    return this;
  }

  private SegmentBuffer value(long number) {
    separators();
    room(LONGEST_NUMBER);
    digits(number);
    return this;
  }

  private void separators() {
    room(pendingElements + pendingComponents);
    for (; pendingElements > 0; pendingElements--) bytes[length++] = '*';
    for (; pendingComponents > 0; pendingComponents--) bytes[length++] = ':';
  }

  private void put(String ascii) {
    for (int i = 0; i < ascii.length(); i++) bytes[length++] = (byte) ascii.charAt(i);
  }

  private void digits(long number) {
    int count = 1;
    for (long rest = number; rest >= 10; rest /= 10) count++;
    long rest = number;
    for (int i = length + count - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += count;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
