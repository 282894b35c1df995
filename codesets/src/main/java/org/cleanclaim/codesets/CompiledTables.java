package org.cleanclaim.codesets;

import java.nio.ByteBuffer;
import java.util.function.Supplier;

/// Keeps what engines compile from installed tables, so that the next start need not compile it
/// again.
@FunctionalInterface
public interface CompiledTables {
  /// What was kept under the key, or what the maker makes.
  ///
  /// @param key names all that the result depends on: the tables' contents and the program's own
  /// @param maker makes the same bytes for the same key
  ByteBuffer get(String key, Supplier<byte[]> maker);

  /// Keeps nothing.
  static CompiledTables none() {
    return (key, maker) -> ByteBuffer.wrap(maker.get());
  }
}
