package org.cleanclaim.coding.hcpcs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// A service or supply with the words that name it; its code counts only where the installed table
/// has it.
///
/// @param named what a statement has to say, in any order
/// @param unless what a statement must not say
/// @param needs what the note has to say somewhere, as present; null for nothing
/// @param against what the note must not say; null for nothing
/// @param source of the rule, or what else has to be looked at
record ListedService(
    String code,
    List<Pattern> named,
    List<Pattern> unless,
    List<Pattern> needs,
    List<Pattern> against,
    String source) {
  private static final List<ListedService> ALL = read();

  static List<ListedService> all() {
    return ALL;
  }

  private static List<ListedService> read() {
    var services = new ArrayList<ListedService>();
    var in = Objects.requireNonNull(ListedService.class.getResourceAsStream("services.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank() || line.startsWith("#")) continue;
        String[] columns = line.split("\\|", -1);
        services.add(
            new ListedService(
                columns[0].strip(),
                patterns(columns[1], "\\+"),
                patterns(columns[2], ","),
                patterns(columns[3], ","),
                patterns(columns[4], ","),
                columns[5].strip()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(services);
  }

  /// Words parted by a slash are alternatives; a star stands for any ending.
  private static List<Pattern> patterns(String column, String separator) {
    var patterns = new ArrayList<Pattern>();
    for (String part : column.split(separator)) {
      if (part.isBlank()) continue;
      var alternatives = new ArrayList<String>();
      for (String word : part.split("/")) {
        alternatives.add(
            Pattern.quote(word.strip()).replace("*", "\\E\\w*\\Q").replace(" ", "\\E[\\s-]+\\Q"));
      }
      patterns.add(Pattern.compile("(?<!\\w)(?:" + String.join("|", alternatives) + ")(?!\\w)"));
    }
    return patterns;
  }
}
