package org.cleanclaim.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.x12.tool.PlainOrGzip;

/// Opens what the x12 commands read: a file, compressed or not, or standard input (`-`). A large
/// file shows on standard error how far it is.
final class X12Input {
  private static final Path STANDARD_INPUT = Path.of("-");
  private static final long LARGE = 50_000_000;
  private static final long UNKNOWN = -1;

  private X12Input() {}

  /// @throws CommandFailure when there is no such file
  static InputStream open(Path file) throws IOException {
    if (isStandardInput(file)) return PlainOrGzip.open(new Progress(System.in, file, UNKNOWN));
    if (Files.isDirectory(file)) {
      throw new CommandFailure(file + " is a folder. Name a file in it.");
    }
    InputStream in = Files.newInputStream(file); // a file, a pipe, a device
    long size = Files.size(file);
    return PlainOrGzip.open(size > LARGE ? new Progress(in, file, size) : in);
  }

  static boolean isStandardInput(Path file) {
    return file.equals(STANDARD_INPUT);
  }

  /// For messages.
  static String name(Path file) {
    return isStandardInput(file) ? "standard input" : file.toString();
  }

  /// The files meant: a folder stands for all files below it.
  static List<Path> files(List<Path> named) throws IOException {
    var files = new ArrayList<Path>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        try (var walk = Files.walk(path)) {
          walk.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
      } else {
        files.add(path);
      }
    }
    return files;
  }

  /// Says every five percent how far a file was read; of an input whose size nobody knows, every 50
  /// MB how much.
  private static final class Progress extends FilterInputStream {
    private final Path file;
    private final long size;
    private final long began = System.nanoTime();
    private long read;
    private long said;

    Progress(InputStream in, Path file, long size) {
      super(in);
      this.file = file;
      this.size = size;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) count(1);
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int got = super.read(bytes, offset, length);
      if (got > 0) count(got);
      return got;
    }

    private void count(int bytes) {
      read += bytes;
      long part = size == UNKNOWN ? read / LARGE : read * 20 / size;
      if (part == said) return;
      said = part;
      double seconds = (System.nanoTime() - began) / 1e9;
      double rate = read / 1e6 / seconds;
      if (size == UNKNOWN) {
        System.err.printf("%s: %,d MB, %.0f MB/s%n", name(file), read / 1_000_000, rate);
      } else {
        System.err.printf("%s: %d%%, %.0f MB/s%n", file.getFileName(), part * 5, rate);
      }
    }
  }
}
