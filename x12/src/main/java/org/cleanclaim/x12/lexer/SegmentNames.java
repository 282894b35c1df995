package org.cleanclaim.x12.lexer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// The names of segments met by one lexer. Each is made once and found again by the number of its
/// two or three letters.
public final class SegmentNames {
  private static final int ROOM = 1 << 12;

  private final int[] codes = new int[ROOM];
  private final String[] names = new String[ROOM];

  /// The number of a name: its characters as bytes of an int; 0 when it is longer than three.
  public static int code(String name) {
    if (name.length() > 3) return 0;
    int code = 0;
    for (int i = 0; i < name.length(); i++) code = (code << 8) | (name.charAt(i) & 0xFF);
    return code;
  }

  /// The number of the name that stands between two places, small letters taken as capital ones; 0
  /// when it is no name.
  static int code(byte[] bytes, int from, int to) {
    int last = to;
    while (last > from && bytes[last - 1] == ' ') last--;
    if (last - from > 3) return 0;
    int code = 0;
    for (int i = from; i < last; i++) {
      int c = bytes[i];
      if (c < '0' || c > 'z') return 0;
      if (c >= 'a') c -= 'a' - 'A';
      code = (code << 8) | c;
    }
    return code;
  }

  String name(int code, byte[] bytes, int from, int to) {
    if (code == 0) {
      // What is no name must not look like one.
      String text = text(bytes, from, Math.min(to, from + 12));
      return text.isEmpty() || text.length() > 3 ? text : text + "?";
    }
    int slot = (code * 0x9E3779B1) >>> 20;
    if (codes[slot] != code) {
      codes[slot] = code;
      names[slot] = text(bytes, from, to).intern();
    }
    return names[slot];
  }

  private static String text(byte[] bytes, int from, int to) {
    byte[] printable = Arrays.copyOfRange(bytes, from, to);
    for (int i = 0; i < printable.length; i++) {
      if (printable[i] < ' ' || printable[i] > '~') printable[i] = '?';
    }
    return new String(printable, StandardCharsets.US_ASCII)
        .stripTrailing()
        .toUpperCase(Locale.ROOT);
  }
}
