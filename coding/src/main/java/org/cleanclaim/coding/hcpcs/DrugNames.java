package org.cleanclaim.coding.hcpcs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Names of drugs that notes use and titles do not: brands, abbreviations.
final class DrugNames {
  private static final Map<String, List<String>> WORDS = read();

  private DrugNames() {}

  private static Map<String, List<String>> read() {
    var words = new HashMap<String, List<String>>();
    var in = Objects.requireNonNull(DrugNames.class.getResourceAsStream("drug_names.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int equal = line.indexOf('=');
        if (equal < 0 || line.startsWith("#")) continue;
        words.put(
            line.substring(0, equal).strip(),
            List.of(line.substring(equal + 1).strip().split(" ")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(words);
  }

  /// What else the word stands for; empty for one that stands for itself.
  static List<String> meant(String word) {
    return WORDS.getOrDefault(word, List.of());
  }
}
