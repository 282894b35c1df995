package org.cleanclaim.x12.lexer;

import java.io.IOException;
import org.cleanclaim.x12.Separators;

/// Finds where X12 begins in a file: at its first ISA, behind whatever mail or archive programs put
/// before it, or at a GS or ST that has lost its ISA.
final class FileBeginning {
  private final Window window;
  private final Delimiters delimiters;
  private final IsaReader isa;
  private long skippedBytes;

  FileBeginning(Window window, Delimiters delimiters, IsaReader isa) {
    this.window = window;
    this.delimiters = delimiters;
    this.isa = isa;
  }

  /// Bytes that were passed over and are neither blank nor a byte order mark.
  long skippedBytes() {
    return skippedBytes;
  }

  /// Goes to the first segment; false when there is none.
  boolean find() throws IOException {
    if (!window.skipBlanks()) return false;
    window.ensure(IsaReader.LONGEST);
    if (window.limit - window.position >= 3 && (window.bytes[window.position] & 0xFF) == 0xEF) {
      window.position += 3;
    }
    if (!window.skipBlanks()) return false;
    if (isa.startsAt(window.position) || startsWithoutIsa()) return true;
    while (true) {
      for (; window.position + 4 <= window.limit; window.position++) {
        if (isa.startsAt(window.position) && isLikelyIsa()) return true;
        byte b = window.bytes[window.position];
        if (b > ' ' || b < 0) skippedBytes++;
      }
      if (window.isAtEnd) {
        skippedBytes += window.limit - window.position;
        window.position = window.limit;
        return false;
      }
      window.fill();
    }
  }

  // In other text the letters alone say little: sixteen elements have to follow, and the twelfth is
  // a version of five digits.
  private boolean isLikelyIsa() throws IOException {
    window.ensure(IsaReader.LONGEST);
    byte[] bytes = window.bytes;
    int start = window.position;
    byte by = bytes[start + 3];
    int found = 0;
    int digits = 0;
    for (int i = start; i < Math.min(window.limit, start + IsaReader.LONGEST); i++) {
      byte b = bytes[i];
      if (b == by && ++found == IsaReader.ELEMENTS) return digits == 5;
      if (b != by && found == 12 && b > ' ') digits += b >= '0' && b <= '9' ? 1 : 16;
    }
    return false;
  }

  // A file that begins with GS or ST: the separators are taken from what stands there.
  private boolean startsWithoutIsa() {
    byte[] bytes = window.bytes;
    int start = window.position;
    if (window.limit - start < 8) return false;
    boolean isGroup = bytes[start] == 'G' && bytes[start + 1] == 'S';
    boolean isSet = bytes[start] == 'S' && bytes[start + 1] == 'T';
    byte separator = bytes[start + 2];
    if ((!isGroup && !isSet) || separator <= ' ' || Character.isLetterOrDigit(separator)) {
      return false;
    }
    byte end = '\n';
    for (int i = start; i < window.limit; i++) {
      if (bytes[i] == '~') end = '~';
    }
    delimiters.use(new Separators((char) separator, ':', '^', (char) end));
    return true;
  }
}
