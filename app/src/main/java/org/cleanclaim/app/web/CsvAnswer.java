package org.cleanclaim.app.web;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A table as a file to download.
public final class CsvAnswer {
  private static final String END = "\r\n";

  private CsvAnswer() {}

  /// @param csv the lines of the file
  public static ResponseEntity<String> of(String fileName, String csv) {
    return ResponseEntity.ok()
        .header("Content-Disposition", "attachment; filename=" + fileName)
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .body(csv);
  }

  /// The rows below their heads.
  ///
  /// @param line a row as a line of comma-separated values
  public static <T> ResponseEntity<String> of(
      String fileName, List<String> heads, Collection<T> rows, Function<T, String> line) {
    return of(
        fileName,
        Stream.concat(Stream.of(String.join(",", heads)), rows.stream().map(line))
            .map(one -> one + END)
            .collect(Collectors.joining()));
  }
}
