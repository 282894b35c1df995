package org.cleanclaim.codesets.publisher;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.cleanclaim.codesets.SourceFile;

/// A publisher's file, unpacked if it came gzip-packed, with its beginning at hand for recognition.
final class Contents {
  private static final int HEAD_BYTES = 16_384;
  static final Charset WINDOWS = Charset.forName("windows-1252");

  private final SourceFile file;
  private final byte[] head;

  private Contents(SourceFile file, byte[] head) {
    this.file = file;
    this.head = head;
  }

  static Contents of(SourceFile file) throws IOException {
    try (var stream = unpacked(file)) {
      return new Contents(file, stream.readNBytes(HEAD_BYTES));
    }
  }

  String name() {
    return file.name();
  }

  InputStream open() throws IOException {
    return unpacked(file);
  }

  Lines lines() throws IOException {
    return new Lines(open());
  }

  /// The beginning as text, for recognition.
  String head() {
    return text(head).replace("\uFEFF", "");
  }

  /// The beginning, each byte as one character.
  String rawHead() {
    return new String(head, StandardCharsets.ISO_8859_1);
  }

  String firstLine() {
    return head().lines().findFirst().orElse("");
  }

  boolean isEmpty() {
    return text(head).isBlank();
  }

  /// Whether the file begins with these bytes.
  boolean startsWith(int... bytes) {
    if (head.length < bytes.length) return false;
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != bytes[i]) return false;
    }
    return true;
  }

  boolean isBinary() {
    for (byte b : head) {
      if (b == 0) return true;
    }
    return false;
  }

  /// Decodes as UTF-8 and, where that fails, as Windows text.
  static String text(byte[] bytes) {
    return text(bytes, 0, bytes.length);
  }

  static String text(byte[] bytes, int offset, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, offset, length))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, offset, length, WINDOWS);
    }
  }

  private static InputStream unpacked(SourceFile file) throws IOException {
    var stream = new BufferedInputStream(file.open(), 1 << 16);
    stream.mark(2);
    byte[] magic = stream.readNBytes(2);
    stream.reset();
    if (magic.length < 2 || (magic[0] & 0xFF) != 0x1F || (magic[1] & 0xFF) != 0x8B) return stream;
    try {
      return new Unpacked(new BufferedInputStream(new GZIPInputStream(stream, 1 << 16), 1 << 16));
    } catch (EOFException | ZipException e) {
      stream.close();
      return new Unpacked(new ByteArrayInputStream(new byte[0]), true);
    }
  }

  /// Reports a broken gzip file as damage of the file.
  private static final class Unpacked extends FilterInputStream {
    private final boolean isBroken;

    Unpacked(InputStream stream) {
      this(stream, false);
    }

    Unpacked(InputStream stream, boolean isBroken) {
      super(stream);
      this.isBroken = isBroken;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (isBroken) throw broken();
      try {
        return super.read(bytes, offset, length);
      } catch (EOFException | ZipException e) {
        throw broken();
      }
    }

    private static DamagedFile broken() {
      return new DamagedFile(1, "The gzip file ends early or is damaged.");
    }
  }
}
