package org.cleanclaim.coding.statement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The columns of tables of wordings: words parted by a slash are alternatives, a star stands for
/// any ending, a blank for one or for a hyphen.
public final class WordPatterns {
  private WordPatterns() {}

  /// The rows of a table that lies beside a class, without its comments.
  public static List<String[]> rows(InputStream table) {
    var rows = new ArrayList<String[]>();
    try (var lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) rows.add(line.split("\\|", -1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(rows);
  }

  /// One pattern for each part of a column.
  ///
  /// @param separator a regular expression that parts the column
  public static List<Pattern> of(String column, String separator) {
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
    return List.copyOf(patterns);
  }

  /// Whether the text has words of every pattern.
  public static boolean allIn(List<Pattern> patterns, CharSequence text) {
    return patterns.stream().allMatch(p -> p.matcher(text).find());
  }

  /// Whether the text has words of one of the patterns.
  public static boolean anyIn(List<Pattern> patterns, CharSequence text) {
    return patterns.stream().anyMatch(p -> p.matcher(text).find());
  }
}
