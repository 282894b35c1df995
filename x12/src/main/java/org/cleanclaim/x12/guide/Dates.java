package org.cleanclaim.x12.guide;

/// Dates and times as X12 writes them, judged by their bytes.
final class Dates {
  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private Dates() {}

  /// `YYYYMMDD` or `YYMMDD`.
  static boolean isDate(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length != 8 && length != 6) return false;
    for (int i = from; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') return false;
    }
    int year = length == 8 ? number(bytes, from, 4) : 2000 + number(bytes, from, 2);
    int month = number(bytes, to - 4, 2);
    int day = number(bytes, to - 2, 2);
    if (year < 1800 || month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) return false;
    return month != 2 || day < 29 || isLeap(year);
  }

  /// `HHMM`, `HHMMSS` or with hundredths.
  static boolean isTime(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length < 4 || length > 8 || length == 5) return false;
    for (int i = from; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') return false;
    }
    return number(bytes, from, 2) < 24
        && number(bytes, from + 2, 2) < 60
        && (length < 6 || number(bytes, from + 4, 2) < 60);
  }

  /// Whether a value has the form that its format code names; a code that is not one of the
  /// ordinary ones is not judged.
  static boolean isInFormat(byte[] bytes, int formatFrom, int formatTo, int from, int to) {
    int length = formatTo - formatFrom;
    if (length == 2 && bytes[formatFrom] == 'D') {
      return switch (bytes[formatFrom + 1]) {
        case '8' -> to - from == 8 && isDate(bytes, from, to);
        case '6' -> to - from == 6 && isDate(bytes, from, to);
        case 'T' -> to - from == 12 && isDate(bytes, from, from + 8) && isTime(bytes, from + 8, to);
        default -> true;
      };
    }
    if (length == 2 && bytes[formatFrom] == 'T' && bytes[formatFrom + 1] == 'M') {
      return isTime(bytes, from, to);
    }
    if (length == 3
        && bytes[formatFrom] == 'R'
        && bytes[formatFrom + 1] == 'D'
        && bytes[formatFrom + 2] == '8') {
      return to - from == 17
          && bytes[from + 8] == '-'
          && isDate(bytes, from, from + 8)
          && isDate(bytes, from + 9, to);
    }
    return true;
  }

  private static boolean isLeap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  }

  private static int number(byte[] bytes, int from, int length) {
    int number = 0;
    for (int i = from; i < from + length; i++) number = number * 10 + bytes[i] - '0';
    return number;
  }
}
