package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A table as a file to download.
public final class CsvAnswer {
  private static final String END = "\r\n";
  private static final String DISPOSITION = "attachment; filename=";
  private static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private CsvAnswer() {}

  /// @param csv the lines of the file
  public static ResponseEntity<String> of(String fileName, String csv) {
    return ResponseEntity.ok()
        .header("Content-Disposition", DISPOSITION + fileName)
        .contentType(TYPE)
        .body(csv);
  }

  /// Writes the rows below their heads as they are read.
  ///
  /// @param rows hands over one after the other
  /// @param line a row as a line of comma-separated values
  public static <T> void write(
      HttpServletResponse response,
      String fileName,
      List<String> heads,
      Consumer<Consumer<T>> rows,
      Function<T, String> line) {
    response.setHeader("Content-Disposition", DISPOSITION + fileName);
    response.setContentType(TYPE.toString());
    try (var file =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
      file.append(String.join(",", heads)).append(END);
      rows.accept(row -> {
        try {
          file.append(line.apply(row)).append(END);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
