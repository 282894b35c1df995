package org.cleanclaim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The generated files, each made when it is first asked for. Without a directory of the user's own
/// they are deleted at the end.
final class BenchFiles implements AutoCloseable {
  private final Path directory;
  private final boolean isTemporary;
  private final Map<Path, GeneratedFile> made = new HashMap<>();

  /// A file with what the generator says of it.
  record BenchFile(Path path, GeneratedFile generated) {}

  BenchFiles(Optional<Path> wanted) throws IOException {
    isTemporary = wanted.isEmpty();
    directory =
        isTemporary
            ? Files.createTempDirectory("cleanclaim-bench")
            : Files.createDirectories(wanted.get());
  }

  BenchFile get(FileKind kind, long bytes) throws IOException {
    Path file = directory.resolve(kind.label() + "-" + bytes / 1_000_000 + "MB.edi");
    GeneratedFile generated = made.get(file);
    if (generated == null) {
      generated = kind.generator().write(file, bytes);
      made.put(file, generated);
    }
    return new BenchFile(file, generated);
  }

  @Override
  public void close() throws IOException {
    if (!isTemporary) return;
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) Files.delete(file);
    }
    Files.delete(directory);
  }
}
