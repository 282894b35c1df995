package org.cleanclaim.bench;

import java.nio.file.Path;

/// A reader that is measured.
public interface Contestant {
  String name();

  /// Reads a file once, from its first byte to its last.
  Result run(Path file) throws Exception;

  /// The largest file to give it: a reader that holds the whole file is measured on a smaller one.
  default long mostBytes() {
    return Long.MAX_VALUE;
  }
}
