package org.cleanclaim.x12.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/// Opens files as trading partners send them: plain, or compressed by gzip, which is told by the
/// first two bytes and not by the name.
public final class PlainOrGzip {
  private static final int BUFFER = 1 << 16;
  private static final int MAGIC_1 = 0x1F;
  private static final int MAGIC_2 = 0x8B;

  private PlainOrGzip() {}

  /// The plain bytes of a stream.
  public static InputStream open(InputStream in) throws IOException {
    var ahead = new PushbackInputStream(in, 2);
    byte[] first = ahead.readNBytes(2);
    ahead.unread(first);
    boolean isGzip =
        first.length == 2 && (first[0] & 0xFF) == MAGIC_1 && (first[1] & 0xFF) == MAGIC_2;
    return isGzip ? new GZIPInputStream(ahead, BUFFER) : ahead;
  }
}
