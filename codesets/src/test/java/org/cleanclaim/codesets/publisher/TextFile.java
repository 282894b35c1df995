package org.cleanclaim.codesets.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.publication.Publication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// A file in memory: a sample of a publisher's layout, whole or damaged.
final class TextFile implements SourceFile {
  private final String name;
  private final byte[] bytes;

  TextFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  @Override
  public String name() {
    return name;
  }

  byte[] bytes() {
    return bytes;
  }

  static TextFile of(String name, String text) {
    return new TextFile(name, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  static TextFile sample(String name) {
    try (InputStream in = Objects.requireNonNull(TextFile.class.getResourceAsStream(name), name)) {
      return new TextFile(name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An official file; the test is skipped without them.
  static SourceFile official(String path) {
    String data = System.getenv("CLEANCLAIM_DATA");
    Assumptions.assumeTrue(data != null, "CLEANCLAIM_DATA is not set: no official files to read");
    Path file = Path.of(data, path);
    return new SourceFile() {
      @Override
      public String name() {
        return String.valueOf(file.getFileName());
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }
    };
  }

  String text() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  TextFile named(String other) {
    return new TextFile(other, bytes);
  }

  TextFile with(String found, String replacement) {
    assertThat(text()).contains(found);
    return of(name, text().replace(found, replacement));
  }

  TextFile cutTo(int length) {
    return of(name, text().substring(0, length));
  }

  /// The file without its last characters.
  TextFile without(int last) {
    return cutTo(bytes.length - last);
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  static ReadResult read(SourceFile file) {
    return read(file, null);
  }

  static ReadResult read(SourceFile file, @Nullable LocalDate from) {
    try {
      return PublisherFiles.read(file, from);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Publication> publications(SourceFile file) {
    ReadResult result = read(file);
    assertThat(result).isInstanceOf(ReadResult.Read.class);
    return ((ReadResult.Read) result).publications();
  }

  /// What was read in one line: kind, edition, first day and size of each table.
  static String summary(ReadResult result) {
    return switch (result) {
      case ReadResult.Read read -> {
        var lines =
            read.publications().stream()
                .map(p ->
                    p.kind()
                        + " "
                        + p.edition()
                        + " "
                        + p.effectiveFrom()
                        + " "
                        + p.content().size())
                .toList();
        yield String.join(", ", lines);
      }
      case ReadResult.Changes c ->
          "changes of "
              + c.kind()
              + " "
              + c.edition()
              + " "
              + c.effectiveFrom()
              + " "
              + c.changes().size();
      case ReadResult.Refused refused -> "refused " + refused.message();
      case ReadResult.Unknown unknown -> "unknown " + unknown.message();
    };
  }
}
