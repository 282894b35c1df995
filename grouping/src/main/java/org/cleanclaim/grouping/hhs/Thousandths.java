package org.cleanclaim.grouping.hhs;

import java.math.BigDecimal;

/// Factors have three decimals; they are added as whole thousandths.
final class Thousandths {
  private Thousandths() {}

  static int of(String decimal) {
    return new BigDecimal(decimal).movePointRight(3).intValueExact();
  }
}
