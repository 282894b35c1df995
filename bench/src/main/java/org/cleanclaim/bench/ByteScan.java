package org.cleanclaim.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Looks at every byte and does nothing else: no reader that goes byte by byte can be faster.
/// Counts terminators and adds the bytes up, so that nothing is optimized away.
final class ByteScan implements Contestant {
  private static final int BUFFER = 1 << 16;

  @Override
  public String name() {
    return "plain byte scan";
  }

  @Override
  public Result run(Path file) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long terminators = 0;
    long sum = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          sum += buffer[i];
          if (buffer[i] == '~') terminators++;
        }
      }
    }
    // The sum is never negative: X12 is ASCII here.
    return Result.segments(terminators, sum < 0 ? 1 : 0);
  }
}
