package org.cleanclaim.x12.tool;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.lexer.Segment;

/// A segment taken apart so that it can be put together again exactly: elements, their repetitions,
/// their components, blanks included. Texts are Latin-1, so that every byte has its character.
public final class SegmentParts {
  private SegmentParts() {}

  /// The elements, each a list of repetitions, each a list of components.
  public static List<List<List<String>>> of(Segment segment) {
    var elements = new ArrayList<List<List<String>>>();
    boolean isIsa = segment.is("ISA");
    Separators by = segment.separators();
    for (int i = 1; i <= segment.elementCount(); i++) {
      String text =
          new String(
              segment.bytes(),
              segment.elementStart(i),
              segment.elementEnd(i) - segment.elementStart(i),
              StandardCharsets.ISO_8859_1);
      var repetitions = new ArrayList<List<String>>();
      // ISA declares the separators: there they are values.
      if (isIsa) {
        repetitions.add(List.of(text));
      } else {
        for (String repetition : split(text, by.repetition())) {
          repetitions.add(split(repetition, by.component()));
        }
      }
      elements.add(repetitions);
    }
    return elements;
  }

  /// The name as it stands in the file.
  public static String name(Segment segment) {
    int end = segment.elementCount() == 0 ? segment.end() : segment.elementStart(1) - 1;
    return new String(
        segment.bytes(), segment.start(), end - segment.start(), StandardCharsets.ISO_8859_1);
  }

  /// The segment's bytes without terminator.
  public static byte[] joined(
      String name, List<List<List<String>>> elements, Separators separators) {
    var text = new StringBuilder(name);
    for (List<List<String>> repetitions : elements) {
      text.append(separators.element());
      for (int i = 0; i < repetitions.size(); i++) {
        if (i > 0) text.append(separators.repetition());
        text.append(String.join(String.valueOf(separators.component()), repetitions.get(i)));
      }
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<String> split(String text, char separator) {
    if (separator == Separators.NONE) return List.of(text);
    var parts = new ArrayList<String>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + 1;
    }
    parts.add(text.substring(from));
    return parts;
  }
}
