package org.cleanclaim.x12.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.x12.guide.ElementShape.ValueType;
import org.cleanclaim.x12.guide.SegmentShape.Relation;
import org.jspecify.annotations.Nullable;

/// The segments and composites of version 005010 with types and lengths of their elements.
final class Dictionary {
  private static final Pattern SIMPLE =
      Pattern.compile("(\\w+):(AN|ID|N0|N2|R|DT|TM|B)(\\d+)(?:-(\\d+))?(?:x(\\d+))?");
  private static final Pattern COMPOSITE = Pattern.compile("(C\\d{3})(?:x(\\d+))?");
  private static final Pattern RELATION = Pattern.compile("[PRECL](\\d{2}){2,}");

  private final Map<String, ElementShape> composites = new HashMap<>();
  private final Map<String, SegmentShape> segments = new HashMap<>();

  private Dictionary() {}

  static Dictionary read(List<String> lines) {
    var dictionary = new Dictionary();
    // Composites first: segments name them.
    for (boolean isFirst : new boolean[] {true, false}) {
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).strip();
        if (line.isEmpty() || line.startsWith("#")) continue;
        String[] words = line.split("\\s+");
        if (words[0].matches("C\\d{3}") != isFirst) continue;
        try {
          dictionary.define(words);
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(
              "segments.txt, line " + (i + 1) + ": " + e.getMessage(), e);
        }
      }
    }
    return dictionary;
  }

  @Nullable SegmentShape segment(String id) {
    return segments.get(id);
  }

  private void define(String[] words) {
    var elements = new ArrayList<ElementShape>();
    var relations = new ArrayList<Relation>();
    for (int i = 1; i < words.length; i++) {
      if (RELATION.matcher(words[i]).matches()) {
        relations.add(relation(words[i]));
      } else {
        elements.add(element(words[i]));
      }
    }
    String id = words[0];
    if (id.matches("C\\d{3}")) {
      composites.put(id, new ElementShape(id, null, 0, 0, 1, elements));
    } else if (segments.put(id, new SegmentShape(id, elements, relations)) != null) {
      throw new IllegalArgumentException(id + " is defined twice");
    }
  }

  private ElementShape element(String word) {
    Matcher simple = SIMPLE.matcher(word);
    if (simple.matches()) {
      int shortest = Integer.parseInt(simple.group(3));
      int longest = simple.group(4) == null ? shortest : Integer.parseInt(simple.group(4));
      int repeats = simple.group(5) == null ? 1 : Integer.parseInt(simple.group(5));
      return new ElementShape(
          simple.group(1),
          ValueType.valueOf(simple.group(2)),
          shortest,
          longest,
          repeats,
          List.of());
    }
    Matcher composite = COMPOSITE.matcher(word);
    if (!composite.matches()) throw new IllegalArgumentException("'" + word + "' is no element");
    ElementShape shape = composites.get(composite.group(1));
    if (shape == null) {
      throw new IllegalArgumentException(composite.group(1) + " is not defined");
    }
    return composite.group(2) == null
        ? shape
        : shape.repeating(Integer.parseInt(composite.group(2)));
  }

  private static Relation relation(String word) {
    int[] elements = new int[word.length() / 2];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = Integer.parseInt(word.substring(1 + 2 * i, 3 + 2 * i));
    }
    return new Relation(word.charAt(0), elements);
  }
}
