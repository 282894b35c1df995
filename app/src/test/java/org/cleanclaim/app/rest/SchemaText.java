package org.cleanclaim.app.rest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Schemas as they stand in the description of the API: a line for each field.
final class SchemaText {
  private SchemaText() {}

  static String of(Map<String, Object> components) {
    var text = new StringBuilder("  schemas:\n");
    components.forEach((name, schema) -> {
      text.append("    %s:\n      type: object\n      properties:\n".formatted(name));
      ((Map<?, ?>) ((Map<?, ?>) schema).get("properties"))
          .forEach(
              (field, kind) -> text.append("        %s: %s\n".formatted(key(field), inLine(kind))));
    });
    return text.toString();
  }

  // `on` alone would be a truth value.
  private static String key(Object field) {
    return field.equals("on") ? "\"on\"" : field.toString();
  }

  private static String inLine(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .sorted(Comparator.comparing(SchemaText::order))
              .map(e -> e.getKey() + ": " + inLine(e.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case List<?> list ->
          list.stream().map(SchemaText::inLine).collect(Collectors.joining(", ", "[", "]"));
      default -> {
        String word = value.toString();
        yield word.matches("[a-z-]+|[A-Z_]{3,}") && !word.equals("null") ? word : '"' + word + '"';
      }
    };
  }

  // What kind of value it is comes first.
  private static String order(Map.Entry<?, ?> entry) {
    return entry.getKey().equals("type") ? "" : entry.getKey().toString();
  }
}
