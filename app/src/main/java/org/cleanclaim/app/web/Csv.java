package org.cleanclaim.app.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Lines of comma-separated values (RFC 4180), safe to open in a spreadsheet: text that a
/// spreadsheet would take for a formula gets an apostrophe.
public final class Csv {
  private Csv() {}

  /// One line without its end; nothing for null.
  public static String line(@Nullable Object... values) {
    return Arrays.stream(values).map(Csv::value).collect(Collectors.joining(","));
  }

  /// An answer that a browser keeps as a file.
  public static ResponseEntity<String> file(String name, String lines) {
    return ResponseEntity.ok()
        .header("Content-Disposition", "attachment; filename=" + name)
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .body(lines);
  }

  private static String value(@Nullable Object value) {
    if (value == null) return "";
    String text = value.toString();
    if (value instanceof String && text.matches("(?s)[=+@\\t\\r-].*")) text = "'" + text;
    return text.matches("(?s).*[\",\\n\\r].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
