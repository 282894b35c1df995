package org.cleanclaim.x12;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The public X12 samples beside the project, and what this project says about them.
final class Samples {
  private Samples() {}

  /// The folder of samples; without one the test is skipped.
  static Path folder() {
    String data = System.getenv("CLEANCLAIM_DATA");
    assumeTrue(data != null, "CLEANCLAIM_DATA names no folder of public X12 samples");
    return Path.of(data, "corpus", "x12");
  }

  /// All samples, without the acknowledgments that their publishers expect.
  static List<Path> all() throws IOException {
    try (var walk = Files.walk(folder())) {
      return walk.filter(p -> p.toString().endsWith(".edi"))
          .filter(p -> !p.toString().endsWith(".expected-ack.edi"))
          .sorted()
          .toList();
    }
  }

  /// The rows of one of our lists.
  static List<String[]> rows(String resource) {
    try (InputStream in = Samples.class.getResourceAsStream("/corpus/" + resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.startsWith("#"))
          .map(l -> l.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
