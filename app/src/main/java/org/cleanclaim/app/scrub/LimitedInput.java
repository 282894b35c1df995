package org.cleanclaim.app.scrub;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that ends with a refusal when it is longer than allowed.
public final class LimitedInput extends FilterInputStream {
  /// The stream is too long.
  public static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong(long mostBytes) {
      super("It is larger than %,d bytes. Split it.".formatted(mostBytes));
    }
  }

  private final long mostBytes;
  private long left;

  public LimitedInput(InputStream in, long mostBytes) {
    super(in);
    this.mostBytes = mostBytes;
    this.left = mostBytes;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) count(1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    if (read > 0) count(read);
    return read;
  }

  private void count(int read) throws TooLong {
    left -= read;
    if (left < 0) throw new TooLong(mostBytes);
  }
}
