package org.cleanclaim.app.web;

import org.cleanclaim.kernel.Money;
import org.cleanclaim.workforce.estimate.PayRange;

/// A range of pay and where somebody's stands in it, in a drawing of [#WIDTH] units.
///
/// @param own the middle of the mark
public record RangePicture(int low, int high, int own) {
  public static final int WIDTH = 240;

  private static final int EDGE = 8;

  static RangePicture of(PayRange range, Money own) {
    long least = Math.min(range.low().cents(), own.cents());
    long most = Math.max(range.high().cents(), own.cents());
    return new RangePicture(
        place(range.low(), least, most), place(range.high(), least, most), place(own, least, most));
  }

  private static int place(Money amount, long least, long most) {
    if (most == least) return WIDTH / 2;
    return Math.toIntExact(EDGE + (amount.cents() - least) * (WIDTH - 2 * EDGE) / (most - least));
  }
}
