package org.cleanclaim.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes an X12 file of a wanted size: one interchange with as many groups and transaction sets as
/// it takes. The same seed and size give the same bytes.
public sealed interface FileGenerator permits ClaimFileGenerator, RemittanceFileGenerator {
  /// Writes at least the given number of bytes and hardly more: the last claim is written to its
  /// end.
  GeneratedFile write(OutputStream out, long bytes) throws IOException;

  default GeneratedFile write(Path file, long bytes) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      return write(out, bytes);
    }
  }
}
