package org.cleanclaim.codesets.packed;

/// A code of up to twelve digits and capital letters as a number that sorts as the code does.
public final class CodeKey {
  /// No code: the text is longer or has other characters.
  public static final long NONE = -1;

  static final int LONGEST = 12;
  private static final int BASE = 37;
  private static final long[] POWERS = new long[LONGEST + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i <= LONGEST; i++) POWERS[i] = POWERS[i - 1] * BASE;
  }

  private CodeKey() {}

  /// The number of a code without dot; small letters count as capitals.
  public static long of(CharSequence code) {
    int length = code.length();
    if (length == 0 || length > LONGEST) return NONE;
    long key = 0;
    for (int i = 0; i < length; i++) {
      int digit = digit(code.charAt(i));
      if (digit < 0) return NONE;
      key = key * BASE + digit;
    }
    return key * POWERS[LONGEST - length];
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0' + 1;
    if (c >= 'A' && c <= 'Z') return c - 'A' + 11;
    if (c >= 'a' && c <= 'z') return c - 'a' + 11;
    return -1;
  }

  /// The code that the number stands for.
  static String code(long key) {
    var code = new char[LONGEST];
    int length = 0;
    for (int i = LONGEST - 1; i >= 0; i--) {
      int digit = (int) (key % BASE);
      key /= BASE;
      if (digit == 0) continue;
      length = Math.max(length, i + 1);
      code[i] = (char) (digit <= 10 ? '0' + digit - 1 : 'A' + digit - 11);
    }
    return new String(code, 0, length);
  }
}
