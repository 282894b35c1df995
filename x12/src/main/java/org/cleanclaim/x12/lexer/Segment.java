package org.cleanclaim.x12.lexer;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.x12.Separators;
import org.jspecify.annotations.Nullable;

/// One segment as it stands in the file. Its elements are split when somebody first asks.
public final class Segment {
  private final String raw;
  private final Separators separators;
  private final int number;
  private final long byteOffset;
  private @Nullable List<String> elements;

  public Segment(String raw, Separators separators, int number, long byteOffset) {
    this.raw = raw;
    this.separators = separators;
    this.number = number;
    this.byteOffset = byteOffset;
  }

  /// The segment's name in capital letters: `CLM`.
  public String id() {
    int end = raw.indexOf(separators.element());
    return (end < 0 ? raw : raw.substring(0, end)).strip().toUpperCase(java.util.Locale.ROOT);
  }

  public boolean is(String id) {
    return id().equals(id);
  }

  /// Element by its number, 1-based, empty when absent: `element(1)` of `CLM` is CLM01.
  public String element(int position) {
    var all = elements();
    return position <= all.size() ? all.get(position - 1).strip() : "";
  }

  /// Component of an element, both 1-based; empty when absent.
  public String component(int position, int component) {
    var parts = split(element(position), separators.component());
    return component <= parts.size() ? parts.get(component - 1).strip() : "";
  }

  /// The repetitions of an element.
  public List<String> repetitions(int position) {
    String value = element(position);
    return value.isEmpty() ? List.of() : split(value, separators.repetition());
  }

  public List<String> components(int position) {
    return split(element(position), separators.component());
  }

  /// All elements behind the name.
  public List<String> elements() {
    if (elements == null) {
      var all = split(raw, separators.element());
      elements = List.copyOf(all.subList(1, all.size()));
    }
    return elements;
  }

  /// 1-based number of the segment in its interchange.
  public int number() {
    return number;
  }

  /// Where the segment begins in the file.
  public long byteOffset() {
    return byteOffset;
  }

  /// The segment as sent, without terminator and line breaks.
  public String raw() {
    return raw;
  }

  public Separators separators() {
    return separators;
  }

  private static List<String> split(String text, char separator) {
    var parts = new ArrayList<String>();
    int start = 0;
    for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
      parts.add(text.substring(start, end));
      start = end + 1;
    }
    parts.add(text.substring(start));
    return parts;
  }

  /// Only the name and place: the rest may identify a patient.
  @Override
  public String toString() {
    return id() + " (" + number + ")";
  }
}
