package org.cleanclaim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.cleanclaim.x12.tool.PlainOrGzip;

/// Inputs that are read twice. What can be read once only, standard input or a pipe, is kept
/// meanwhile in a temporary file that its owner alone may read; closing deletes it.
final class InputsReadTwice implements AutoCloseable {
  private final Map<Path, Path> kept = new HashMap<>();

  /// The first reading.
  InputStream first(Path file) throws IOException {
    if (!X12Input.isStandardInput(file) && !Files.isDirectory(file) && Files.isRegularFile(file)) {
      return PlainOrGzip.open(Files.newInputStream(file));
    }
    Path copy = kept.get(file);
    if (copy == null) {
      try (InputStream in = X12Input.open(file)) {
        copy = Files.createTempFile("cleanclaim", ".input");
        kept.put(file, copy);
        try (OutputStream out = Files.newOutputStream(copy)) {
          in.transferTo(out);
        }
      }
    }
    return Files.newInputStream(copy);
  }

  /// Where the second reading finds it.
  Path second(Path file) {
    return kept.getOrDefault(file, file);
  }

  @Override
  public void close() throws IOException {
    for (Path copy : kept.values()) Files.deleteIfExists(copy);
  }
}
