package org.cleanclaim.pricing.file;

import java.util.List;

/// What came of reading a file.
public sealed interface FileResult<T> {
  record Read<T>(T content) implements FileResult<T> {}

  /// The file is refused whole.
  ///
  /// @param problems one sentence for each fault, with file, line and remedy
  record Refused<T>(List<String> problems) implements FileResult<T> {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
