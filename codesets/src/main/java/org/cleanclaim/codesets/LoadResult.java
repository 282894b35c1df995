package org.cleanclaim.codesets;

/// What came of loading a file.
public sealed interface LoadResult {

  /// The file was read to its end without a fault.
  record Loaded(CodeSystemVersion version) implements LoadResult {}

  /// The file is refused whole; nothing of it is used.
  ///
  /// @param line 1-based line of the first fault
  /// @param reason one sentence
  /// @param remedy one sentence
  record Refused(String file, int line, String reason, String remedy) implements LoadResult {
    public String message() {
      return "%s, line %d: %s %s".formatted(file, line, reason, remedy);
    }
  }
}
