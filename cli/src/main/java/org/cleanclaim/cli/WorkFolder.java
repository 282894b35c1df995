package org.cleanclaim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A folder to work in: one that was named and is kept, or a temporary one that is removed.
record WorkFolder(Path path, boolean isTemporary) implements AutoCloseable {

  static WorkFolder of(@Nullable Path named, String prefix) throws IOException {
    if (named == null) return new WorkFolder(Files.createTempDirectory(prefix), true);
    return new WorkFolder(Files.createDirectories(named), false);
  }

  @Override
  public void close() throws IOException {
    if (!isTemporary) return;
    try (var paths = Files.walk(path)) {
      for (Path one : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
    }
  }
}
