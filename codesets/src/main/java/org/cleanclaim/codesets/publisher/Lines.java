package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The lines of a text file with their numbers. Each line is decoded by itself, since publishers
/// mix encodings.
final class Lines implements AutoCloseable {
  private static final int LONGEST_LINE = 1 << 20;

  private final InputStream stream;
  private byte[] buffer = new byte[512];
  private int number;
  private boolean isEnded = true;

  Lines(InputStream stream) {
    this.stream = stream;
  }

  /// The next line without its end, or null at the end of the file.
  @Nullable String next() throws IOException {
    int length = 0;
    int c = stream.read();
    if (c < 0) return null;
    number++;
    for (; c >= 0 && c != '\n'; c = stream.read()) {
      if (length == LONGEST_LINE) throw new DamagedFile(number, "The line is longer than 1 MB.");
      if (length == buffer.length) buffer = Arrays.copyOf(buffer, length * 2);
      buffer[length++] = (byte) c;
    }
    isEnded = c == '\n';
    if (length > 0 && buffer[length - 1] == '\r') length--;
    String line = Contents.text(buffer, 0, length);
    return number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  /// The number of the line last read, from 1.
  int number() {
    return number;
  }

  /// Refuses a last line that has no line end.
  void requireEnded() throws DamagedFile {
    if (!isEnded) throw new DamagedFile(number, "The file ends in the middle of a line.");
  }

  DamagedFile damage(String reason) {
    return new DamagedFile(number, reason);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
