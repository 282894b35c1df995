package org.cleanclaim.codesets.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publisher.PublisherFiles;
import org.cleanclaim.codesets.publisher.ReadResult;
import org.junit.jupiter.api.Assumptions;

/// The publishers' own files, where CLEANCLAIM_DATA says they lie.
final class OfficialBooks {
  private OfficialBooks() {}

  /// The table of a file below the folder, as the type asked for.
  static <T extends Content> T read(String path, Class<T> type) {
    String root = System.getenv("CLEANCLAIM_DATA");
    Assumptions.assumeTrue(
        root != null, "CLEANCLAIM_DATA is not set: no official books to compare with");
    Path file = Path.of(root, path);
    try {
      return switch (PublisherFiles.read(source(file), LocalDate.of(2020, 10, 1))) {
        case ReadResult.Read read -> type.cast(read.publications().getFirst().content());
        case ReadResult other -> throw new AssertionError(path + ": " + other);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Set<String> billable(CodeList list) {
    var codes = new TreeSet<String>();
    for (CodeList.Row row : list.rows()) if (row.billable()) codes.add(row.code());
    return codes;
  }

  private static SourceFile source(Path file) {
    return new SourceFile() {
      @Override
      public String name() {
        return file.getFileName().toString();
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }
    };
  }
}
