package org.cleanclaim.codesets.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.cleanclaim.codesets.CompiledTables;
import org.jspecify.annotations.Nullable;

/// Keeps compiled tables in a folder, each under its key with a checksum at its end. A damaged file
/// is made anew; where the folder cannot be written nothing is kept.
record CompiledFiles(Path folder) implements CompiledTables {
  @Override
  public ByteBuffer get(String key, Supplier<byte[]> maker) {
    Path file = folder.resolve(key);
    ByteBuffer kept = read(file);
    if (kept != null) return kept;
    byte[] made = maker.get();
    try {
      keep(file, made);
    } catch (IOException e) {
      // Compiled again at the next start.
    }
    return ByteBuffer.wrap(made);
  }

  /// Null where it is not there, cannot be read or is not as it was written.
  private static @Nullable ByteBuffer read(Path file) {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      int end = all.capacity() - Long.BYTES;
      if (end < 0) return null;
      ByteBuffer content = all.slice(0, end);
      return checksum(content) == all.getLong(end) ? content : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static long checksum(ByteBuffer content) {
    var checksum = new CRC32C();
    checksum.update(content.duplicate());
    return checksum.getValue();
  }

  private static void keep(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Path fresh = Files.createTempFile(file.getParent(), "new", null);
    try (var out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      var whole = ByteBuffer.allocate(content.length + Long.BYTES);
      whole.put(content).putLong(checksum(ByteBuffer.wrap(content))).flip();
      while (whole.hasRemaining()) out.write(whole);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
