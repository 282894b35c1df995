package org.cleanclaim.app.statement;

import org.cleanclaim.kernel.Money;

/// What one amount of patient billing comes to at most; more is a slip of the keyboard.
final class BillingAmount {
  private static final Money MOST = Money.of("10000000");

  private BillingAmount() {}

  /// @param what it is, as the sentence begins
  static void requireSane(Money amount, String what) {
    if (amount.compareTo(MOST) > 0) {
      throw new BillingRefusal(
          "%s of %s is more than %s: look at the decimal point."
              .formatted(what, amount.grouped(), MOST.grouped()));
    }
  }
}
