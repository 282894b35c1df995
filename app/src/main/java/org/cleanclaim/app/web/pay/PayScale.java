package org.cleanclaim.app.web.pay;

import java.util.Collection;
import org.cleanclaim.kernel.Money;

/// Where amounts stand on a drawing of [#WIDTH] units.
///
/// @param low the amount at the left edge
/// @param high the amount at the right edge
public record PayScale(Money low, Money high) {
  public static final int WIDTH = 600;
  private static final int EDGE = 8;

  /// From the lowest to the highest of these.
  static PayScale around(Collection<Money> amounts) {
    Money low = amounts.stream().min(Money::compareTo).orElse(Money.ZERO);
    Money high = amounts.stream().max(Money::compareTo).orElse(Money.ZERO);
    return new PayScale(low, high);
  }

  /// From nothing to the highest of these, for bars whose lengths are compared.
  static PayScale upTo(Collection<Money> amounts) {
    return new PayScale(Money.ZERO, amounts.stream().max(Money::compareTo).orElse(Money.ZERO));
  }

  public int x(Money amount) {
    long span = high.cents() - low.cents();
    if (span <= 0) return WIDTH / 2;
    return (int) (EDGE + (amount.cents() - low.cents()) * (WIDTH - 2 * EDGE) / span);
  }

  /// The length of a bar that begins at the left edge.
  public int length(Money amount) {
    return Math.max(1, x(amount) - EDGE);
  }
}
