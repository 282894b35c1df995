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
  ///
  /// @throws CommandFailure when there is no such file
  InputStream first(Path file) throws IOException {
    boolean isPipe =
        X12Input.isStandardInput(file) || (Files.exists(file) && !Files.isRegularFile(file));
    if (!isPipe || Files.isDirectory(file) || kept.containsKey(file)) return X12Input.open(file);
    try (InputStream in = X12Input.open(file)) {
      Path copy = Files.createTempFile("cleanclaim", ".input");
      kept.put(file, copy);
      try (OutputStream out = Files.newOutputStream(copy)) {
        in.transferTo(out);
      }
      return Files.newInputStream(copy);
    }
  }

  /// The second reading.
  InputStream second(Path file) throws IOException {
    return PlainOrGzip.open(Files.newInputStream(kept.getOrDefault(file, file)));
  }

  @Override
  public void close() throws IOException {
    for (Path copy : kept.values()) Files.deleteIfExists(copy);
  }
}
