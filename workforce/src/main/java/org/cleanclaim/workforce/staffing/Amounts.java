package org.cleanclaim.workforce.staffing;

import java.math.BigDecimal;

/// Which numbers a staffing question may hold.
final class Amounts {
  static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Amounts() {}

  static void atLeastZero(String what, BigDecimal amount) {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("The " + what + " cannot be below zero.");
    }
  }

  static void aboveZero(String what, BigDecimal amount) {
    if (amount.signum() <= 0) {
      throw new IllegalArgumentException("The " + what + " has to be above zero.");
    }
  }

  static void aPercent(String what, BigDecimal amount) {
    if (amount.signum() <= 0 || amount.compareTo(HUNDRED) > 0) {
      throw new IllegalArgumentException("The " + what + " has to be above 0 and at most 100 %.");
    }
  }

  /// A number as a person writes it, without a tail of zeros.
  static String plain(BigDecimal amount) {
    var stripped = amount.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }
}
