package org.cleanclaim.x12;

/// The interchange control numbers of one sender: nine digits, each one higher than the one before,
/// from 1 again after the last. The caller keeps [#last] between runs; receivers refuse a number
/// that they have seen.
public final class ControlNumbers {
  private static final int HIGHEST = 999_999_999;

  private int last;

  private ControlNumbers(int last) {
    this.last = last;
  }

  /// Goes on after a number that was used, 0 at the very beginning.
  public static ControlNumbers after(int last) {
    if (last < 0 || last > HIGHEST) throw new IllegalArgumentException("not a control number");
    return new ControlNumbers(last);
  }

  /// ISA13 of the next interchange. Without its zeroes it also serves as number of the group in it.
  public String next() {
    last = last == HIGHEST ? 1 : last + 1;
    return "%09d".formatted(last);
  }

  /// The number given out last.
  public int last() {
    return last;
  }
}
