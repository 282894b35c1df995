package org.cleanclaim.app.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lines of comma-separated values (RFC 4180), safe to open in a spreadsheet: text that a
/// spreadsheet would take for a formula gets an apostrophe.
public final class Csv {
  private Csv() {}

  /// One line without its end; nothing for null.
  public static String line(@Nullable Object... values) {
    return Arrays.stream(values).map(Csv::value).collect(Collectors.joining(","));
  }

  private static String value(@Nullable Object value) {
    if (value == null) return "";
    String text = value.toString();
    if (value instanceof String && text.matches("(?s)[=+@\\t\\r-].*")) text = "'" + text;
    return text.matches("(?s).*[\",\\n\\r].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
