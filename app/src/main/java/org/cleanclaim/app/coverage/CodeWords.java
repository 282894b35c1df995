package org.cleanclaim.app.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Codes of payers' answers in our own words, from tables beside this class.
final class CodeWords {
  private CodeWords() {}

  /// The rows of a table by their code, without the heading.
  static Map<String, List<String>> read(String name) {
    var rows = new HashMap<String, List<String>>();
    try (var in = Objects.requireNonNull(CodeWords.class.getResourceAsStream(name), name)) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> List.of(line.split("\t", -1)))
          .forEach(row -> rows.put(row.getFirst(), row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(rows);
  }
}
