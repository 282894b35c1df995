package org.cleanclaim.x12.guide;

/// Whether the bytes of a value are a number.
final class Numbers {
  private Numbers() {}

  /// How many digits a number has, -1 when it is none.
  static int digits(byte[] bytes, int from, int to, boolean mayHavePoint) {
    int i = from;
    if (bytes[i] == '-') i++;
    int digits = 0;
    boolean hasPoint = false;
    for (; i < to; i++) {
      byte b = bytes[i];
      if (b >= '0' && b <= '9') {
        digits++;
      } else if (b == '.' && mayHavePoint && !hasPoint) {
        hasPoint = true;
      } else {
        return -1;
      }
    }
    return digits == 0 ? -1 : digits;
  }
}
